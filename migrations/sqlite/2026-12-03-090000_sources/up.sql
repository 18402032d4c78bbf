-- Where jobs are fetched from on a schedule.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    system TEXT NOT NULL,
    address TEXT NOT NULL,
    company TEXT NOT NULL,
    hours INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    paused_at TIMESTAMP,
    failures INTEGER NOT NULL,
    held INTEGER NOT NULL,
    validators TEXT NOT NULL,
    read_at TIMESTAMP,
    trouble TEXT NOT NULL,
    UNIQUE (system, address)
);
CREATE INDEX sources_by_due ON sources (due_at);

-- What each run found, and what it changed.
CREATE TABLE source_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL,
    milliseconds INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    trouble TEXT NOT NULL,
    found INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    reopened INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    own INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    notes TEXT NOT NULL
);
CREATE INDEX source_runs_by_source ON source_runs (source_id, id);
CREATE INDEX source_runs_by_time ON source_runs (at);

-- The postings that a source had, and the job that each became: none where the job was deleted here, so that
-- it does not come back.
CREATE TABLE source_postings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
    missing INTEGER NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (source_id, value, name)
);
CREATE INDEX source_postings_by_job ON source_postings (job_id);
CREATE INDEX source_postings_by_value ON source_postings (value);
