-- When somebody last said that the job is open, and since when it is off the lists because nobody did.
ALTER TABLE jobs ADD COLUMN confirmed_at TIMESTAMP;
ALTER TABLE jobs ADD COLUMN unconfirmed_at TIMESTAMP;

-- The tables of jobs count those that are not confirmed with those that expired.
DROP INDEX jobs_by_state;
DROP INDEX jobs_by_owner_and_state;
CREATE INDEX jobs_by_state ON jobs (status, valid_through, unconfirmed_at);
CREATE INDEX jobs_by_owner_and_state ON jobs (owner_id, status, valid_through, unconfirmed_at);

-- The day on which a draft is published by itself.
CREATE TABLE job_schedules (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    publish_at DATE NOT NULL
);
CREATE INDEX job_schedules_by_day ON job_schedules (publish_at);

-- What came of a job that was closed or paused, for its owner.
CREATE TABLE job_outcomes (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    outcome TEXT NOT NULL
);

-- What owners were reminded of, each once: `day` is the last day that a reminder names, or the day on which
-- a job was last known to be open. One that was not sent is not sent later either.
CREATE TABLE reminders (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    sent_at TIMESTAMP,
    answered_at TIMESTAMP,
    UNIQUE (job_id, kind, day)
);
CREATE INDEX reminders_unanswered ON reminders (kind, sent_at) WHERE answered_at IS NULL;
