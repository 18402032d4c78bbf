DELETE FROM job_sources WHERE identity IS NOT NULL;
DROP INDEX job_sources_by_identifier;
ALTER TABLE job_sources DROP COLUMN identity;
ALTER TABLE job_sources ADD CONSTRAINT job_sources_name_value_key UNIQUE (name, value);
ALTER TABLE board_version DROP COLUMN board_id;
