DROP TABLE job_statistics;
