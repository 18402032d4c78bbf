-- The job that a waiting event is about, so that a later change of the same job takes its place.
ALTER TABLE outbox ADD COLUMN job_id BIGINT;
CREATE INDEX outbox_by_job ON outbox (webhook_id, job_id);
