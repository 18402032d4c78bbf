-- The tables of jobs count by status and last day, an owner's and everybody's.
CREATE INDEX jobs_by_state ON jobs (status, valid_through);
CREATE INDEX jobs_by_owner_and_state ON jobs (owner_id, status, valid_through);
-- The audit log is read by what was done.
CREATE INDEX audit_log_by_action ON audit_log (action, id);
