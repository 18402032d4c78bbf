DROP TABLE gone_jobs;
