DROP TABLE board_version;
DROP TABLE listings;
ALTER TABLE jobs ADD COLUMN search TSVECTOR GENERATED ALWAYS AS (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', company || ' ' || location || ' ' || tags), 'B')
    || setweight(to_tsvector('english', coalesce(category, '')), 'C')
    || setweight(to_tsvector('english', description), 'D')
) STORED;
CREATE INDEX jobs_search ON jobs USING GIN (search);
