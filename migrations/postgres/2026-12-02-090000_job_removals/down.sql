DROP TABLE job_removals;
