-- How often each job's page was opened by somebody who does not look after it.
CREATE TABLE job_views (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    views BIGINT NOT NULL
);
