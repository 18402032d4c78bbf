-- Forms of jobs that somebody looks at before they save them.
CREATE TABLE previews (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    job_id BIGINT REFERENCES jobs (id) ON DELETE CASCADE,
    form TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX previews_by_account ON previews (account_id, id);
CREATE INDEX previews_by_job ON previews (job_id) WHERE job_id IS NOT NULL;
