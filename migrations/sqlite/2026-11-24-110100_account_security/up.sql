ALTER TABLE accounts ADD COLUMN verified_at TIMESTAMP;
UPDATE accounts SET verified_at = created_at;

CREATE TABLE mail_tokens (
    hash TEXT PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX mail_tokens_by_account ON mail_tokens (account_id, purpose);
CREATE INDEX mail_tokens_by_expiry ON mail_tokens (expires_at);

CREATE TABLE second_factors (
    account_id INTEGER PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_secret TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE recovery_codes (
    hash TEXT PRIMARY KEY NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_by_account ON recovery_codes (account_id);
