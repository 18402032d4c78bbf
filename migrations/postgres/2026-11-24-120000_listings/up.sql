DROP INDEX jobs_search;
ALTER TABLE jobs DROP COLUMN search;

-- What lists show of the jobs on the board, in the order of the lists: a position is the second of
-- publication and the job's id in one number. The words are made by the program.
CREATE TABLE listings (
    position BIGINT PRIMARY KEY NOT NULL,
    job_id BIGINT NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    company TEXT NOT NULL,
    company_slug TEXT NOT NULL,
    place TEXT NOT NULL,
    workplace TEXT NOT NULL,
    employment_type TEXT,
    category TEXT,
    tags TEXT NOT NULL,
    pay TEXT,
    pay_currency TEXT,
    pay_yearly BIGINT NOT NULL,
    valid_through DATE,
    words TSVECTOR
);
CREATE INDEX listings_by_last_day ON listings (valid_through);
CREATE INDEX listings_by_words ON listings USING GIN (words);
-- A rare word must be known for rare, or the newest jobs are read one by one in search of it.
ALTER TABLE listings ALTER words SET STATISTICS 1000;

-- Grows with each change that visitors can see, so that every replica knows its pages are old.
CREATE TABLE board_version (version BIGINT NOT NULL);
INSERT INTO board_version VALUES (1);
