DELETE FROM job_sources WHERE identity IS NOT NULL;
CREATE TABLE job_sources_by_identifier_alone (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (name, value)
);
INSERT INTO job_sources_by_identifier_alone (job_id, name, value, digest)
SELECT job_id, name, value, digest FROM job_sources;
DROP TABLE job_sources;
ALTER TABLE job_sources_by_identifier_alone RENAME TO job_sources;
ALTER TABLE board_version DROP COLUMN board_id;
