DROP INDEX outbox_by_due;
CREATE INDEX outbox_by_due ON outbox (due_at);
ALTER TABLE outbox DROP COLUMN webhook_id;
DROP TABLE deliveries;
DROP TABLE webhooks;
