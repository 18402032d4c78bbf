DROP TABLE reminders;
DROP TABLE job_outcomes;
DROP TABLE job_schedules;
DROP INDEX jobs_by_owner_and_state;
DROP INDEX jobs_by_state;
ALTER TABLE jobs DROP COLUMN unconfirmed_at;
ALTER TABLE jobs DROP COLUMN confirmed_at;
CREATE INDEX jobs_by_state ON jobs (status, valid_through);
CREATE INDEX jobs_by_owner_and_state ON jobs (owner_id, status, valid_through);
