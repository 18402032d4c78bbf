-- The name of this board, made once. With it an export says which board a job is of, whatever the
-- host: another board's job with the same number is another job.
ALTER TABLE board_version ADD COLUMN board_id TEXT NOT NULL DEFAULT '';
UPDATE board_version SET board_id = replace(gen_random_uuid()::text, '-', '');

-- identity is what another board calls a job of its own; the identifier counts where there is none.
ALTER TABLE job_sources ADD COLUMN identity TEXT UNIQUE;
ALTER TABLE job_sources DROP CONSTRAINT job_sources_name_value_key;
CREATE UNIQUE INDEX job_sources_by_identifier ON job_sources (value, name) WHERE identity IS NULL;
