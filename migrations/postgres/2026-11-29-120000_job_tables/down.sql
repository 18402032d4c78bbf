DROP INDEX jobs_by_state;
DROP INDEX jobs_by_owner_and_state;
DROP INDEX audit_log_by_action;
