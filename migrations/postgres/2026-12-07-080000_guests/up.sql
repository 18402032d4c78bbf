-- Somebody who posts jobs by links that are mailed to them, and has chosen no password.
ALTER TABLE accounts ADD COLUMN is_guest BOOLEAN NOT NULL DEFAULT FALSE;

-- Jobs that somebody without an account wrote, each until its link is used. `job_id` is what became of it.
CREATE TABLE guest_postings (
    hash TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL,
    form TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    job_id BIGINT REFERENCES jobs (id) ON DELETE CASCADE
);
CREATE INDEX guest_postings_by_email ON guest_postings (email, created_at);
CREATE INDEX guest_postings_by_job ON guest_postings (job_id);
