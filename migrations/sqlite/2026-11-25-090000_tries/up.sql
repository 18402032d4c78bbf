-- How much of its limits each account has used up: wrong passwords and codes, mails, postings. In the
-- database, so that a limit holds on every replica and after a restart. `used_until` is the time, in
-- milliseconds since 1970, at which all of it will have been forgiven.
CREATE TABLE tries (
    subject TEXT NOT NULL,
    source TEXT NOT NULL,
    used_until BIGINT NOT NULL,
    PRIMARY KEY (subject, source)
);
CREATE INDEX tries_by_time ON tries (used_until);
