DROP TABLE recovery_codes;
DROP TABLE second_factors;
DROP TABLE mail_tokens;
ALTER TABLE accounts DROP COLUMN verified_at;
