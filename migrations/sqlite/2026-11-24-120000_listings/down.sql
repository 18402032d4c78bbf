DROP TABLE board_version;
DROP TABLE listing_words;
DROP TABLE listings;
-- The index holds no copy of the text: `content = 'jobs'` reads it from the jobs table, and the
-- triggers keep the two in step inside the transaction that changes a job.
CREATE VIRTUAL TABLE jobs_search USING fts5 (
    title, company, location, tags, category, description,
    content = 'jobs', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER jobs_search_insert AFTER INSERT ON jobs BEGIN
    INSERT INTO jobs_search (rowid, title, company, location, tags, category, description)
    VALUES (new.id, new.title, new.company, new.location, new.tags, new.category, new.description);
END;

CREATE TRIGGER jobs_search_delete AFTER DELETE ON jobs BEGIN
    INSERT INTO jobs_search (jobs_search, rowid, title, company, location, tags, category, description)
    VALUES ('delete', old.id, old.title, old.company, old.location, old.tags, old.category, old.description);
END;

CREATE TRIGGER jobs_search_update
AFTER UPDATE OF title, company, location, tags, category, description ON jobs BEGIN
    INSERT INTO jobs_search (jobs_search, rowid, title, company, location, tags, category, description)
    VALUES ('delete', old.id, old.title, old.company, old.location, old.tags, old.category, old.description);
    INSERT INTO jobs_search (rowid, title, company, location, tags, category, description)
    VALUES (new.id, new.title, new.company, new.location, new.tags, new.category, new.description);
END;
INSERT INTO jobs_search (jobs_search) VALUES ('rebuild');
