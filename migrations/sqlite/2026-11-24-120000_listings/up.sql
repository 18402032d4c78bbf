DROP TRIGGER jobs_search_insert;
DROP TRIGGER jobs_search_delete;
DROP TRIGGER jobs_search_update;
DROP TABLE jobs_search;

-- What lists show of the jobs on the board, in the order of the lists: a position is the second of
-- publication and the job's id in one number.
CREATE TABLE listings (
    position INTEGER PRIMARY KEY NOT NULL,
    job_id INTEGER NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
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
    valid_through DATE
);
CREATE INDEX listings_by_last_day ON listings (valid_through);

-- The words of each listing, as the program makes them; its rowid is the position, so that the index
-- is read newest first. It keeps no copy of the text.
CREATE VIRTUAL TABLE listing_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '-'"
);
CREATE TRIGGER listings_delete AFTER DELETE ON listings BEGIN
    DELETE FROM listing_words WHERE rowid = old.position;
END;

-- Grows with each change that visitors can see, so that every replica knows its pages are old.
CREATE TABLE board_version (version BIGINT NOT NULL);
INSERT INTO board_version VALUES (1);
