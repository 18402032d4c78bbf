-- What people may be typing, counted from the jobs on the board now and then. The key is the text as
-- searches know it.
CREATE TABLE suggestions (
    kind TEXT NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL,
    jobs BIGINT NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX suggestions_by_key ON suggestions (key);
