DROP INDEX outbox_by_job;
ALTER TABLE outbox DROP COLUMN job_id;
