-- Why an administrator removed a job, and how it stood before, so that it can be restored.
CREATE TABLE job_removals (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    reason TEXT NOT NULL
);
