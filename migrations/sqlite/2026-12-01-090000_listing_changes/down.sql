DROP TRIGGER listing_deleted;
DROP TRIGGER listing_updated;
DROP TRIGGER listing_inserted;
ALTER TABLE board_version DROP COLUMN listing_change;
DROP TABLE listing_changes;

CREATE VIRTUAL TABLE listing_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '-'"
);
-- The version before builds the lists and their words anew when it starts.
DELETE FROM listings;
CREATE TRIGGER listings_delete AFTER DELETE ON listings BEGIN
    DELETE FROM listing_words WHERE rowid = old.position;
END;
