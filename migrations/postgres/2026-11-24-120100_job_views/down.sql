DROP TABLE job_views;
