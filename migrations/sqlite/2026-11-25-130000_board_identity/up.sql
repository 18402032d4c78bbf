-- The name of this board, made once. With it an export says which board a job is of, whatever the
-- host: another board's job with the same number is another job.
ALTER TABLE board_version ADD COLUMN board_id TEXT NOT NULL DEFAULT '';
UPDATE board_version SET board_id = lower(hex(randomblob(16)));

-- identity is what another board calls a job of its own; the identifier counts where there is none.
CREATE TABLE job_sources_with_identity (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    digest TEXT NOT NULL,
    identity TEXT UNIQUE
);
INSERT INTO job_sources_with_identity (job_id, name, value, digest)
SELECT job_id, name, value, digest FROM job_sources;
DROP TABLE job_sources;
ALTER TABLE job_sources_with_identity RENAME TO job_sources;
CREATE UNIQUE INDEX job_sources_by_identifier ON job_sources (value, name) WHERE identity IS NULL;
