ALTER TABLE job_sources DROP COLUMN edited;
