CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    owner_id INTEGER REFERENCES accounts (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (
        status IN ('draft', 'in_review', 'published', 'filled', 'withdrawn', 'rejected', 'removed')
    ),
    title TEXT NOT NULL,
    company TEXT NOT NULL,
    company_url TEXT,
    location TEXT NOT NULL,
    locality TEXT,
    region TEXT,
    country TEXT,
    workplace TEXT NOT NULL CHECK (workplace IN ('on_site', 'hybrid', 'remote')),
    applicant_location TEXT,
    employment_type TEXT,
    category TEXT,
    tags TEXT NOT NULL,
    pay_min BIGINT,
    pay_max BIGINT,
    pay_currency TEXT,
    pay_period TEXT,
    apply_method TEXT NOT NULL CHECK (apply_method IN ('url', 'email', 'on_site')),
    apply_to TEXT NOT NULL,
    description TEXT NOT NULL,
    date_posted TIMESTAMP,
    valid_through DATE,
    version INTEGER NOT NULL,
    submission_key TEXT,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (owner_id, submission_key)
);
CREATE INDEX jobs_newest ON jobs (status, date_posted DESC, id DESC);
CREATE INDEX jobs_by_owner ON jobs (owner_id, updated_at DESC, id DESC);

-- Where an imported job came from: (name, value) is the identifier of its schema.org JobPosting.
CREATE TABLE job_sources (
    job_id INTEGER PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (name, value)
);
