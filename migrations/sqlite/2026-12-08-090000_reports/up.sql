-- What visitors say is wrong with a job, each once for a job: `visitor` and `network` are keyed hashes, by which
-- somebody who comes again is known for the same job, and nothing else.
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    visitor TEXT NOT NULL,
    network TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    email TEXT,
    created_at TIMESTAMP NOT NULL,
    decision TEXT,
    decided_at TIMESTAMP,
    decided_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
    UNIQUE (job_id, visitor)
);
CREATE INDEX reports_open ON reports (job_id) WHERE decision IS NULL;
CREATE INDEX reports_by_account ON reports (account_id);
CREATE INDEX reports_by_decider ON reports (decided_by);
