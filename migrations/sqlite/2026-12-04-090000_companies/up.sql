-- Companies that somebody looks after. A company without a row is what the jobs on the board say of it.
CREATE TABLE companies (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    website TEXT,
    about TEXT NOT NULL,
    links TEXT NOT NULL,
    -- Hashes of the pictures.
    logo TEXT,
    logo_large TEXT,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    approved_at TIMESTAMP,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX companies_by_state ON companies (state, id);

-- The slugs of all names that a company has or had. Each leads to one company.
CREATE TABLE company_slugs (
    slug TEXT PRIMARY KEY NOT NULL,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE
);
CREATE INDEX company_slugs_by_company ON company_slugs (company_id);

CREATE TABLE company_members (
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (company_id, account_id)
);
CREATE INDEX company_members_by_account ON company_members (account_id);

-- Who was asked to join, by mail. The mail has the token, the row its hash.
CREATE TABLE company_invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    invited_by INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    UNIQUE (company_id, email)
);

-- Domains that a company says are its own. One company at most has proved a host.
CREATE TABLE company_domains (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    host TEXT NOT NULL,
    token TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    verified_at TIMESTAMP,
    failing_since TIMESTAMP,
    checked_at TIMESTAMP,
    due_at TIMESTAMP,
    checks INTEGER NOT NULL,
    found TEXT NOT NULL,
    UNIQUE (company_id, host)
);
CREATE UNIQUE INDEX company_domains_verified ON company_domains (host) WHERE verified_at IS NOT NULL;
CREATE INDEX company_domains_by_due ON company_domains (due_at);

-- What a merge moved, so that it can be undone.
CREATE TABLE company_merges (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    into_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    moved TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);

-- The logo that lists show.
ALTER TABLE listings ADD COLUMN logo TEXT;

-- The company whose team looks after a job, in place of its owner.
ALTER TABLE jobs ADD COLUMN company_id INTEGER;
CREATE INDEX jobs_by_company_id ON jobs (company_id, status) WHERE company_id IS NOT NULL;
