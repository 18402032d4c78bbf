-- Claims that administrators refused, for the accounts whose they were.
CREATE TABLE company_refusals (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    website TEXT,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    refused_at TIMESTAMP NOT NULL
);
CREATE INDEX company_refusals_by_account ON company_refusals (account_id, id);
