DROP TABLE job_sources;
DROP TABLE jobs;
