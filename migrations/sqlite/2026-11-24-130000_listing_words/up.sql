-- The words of the index changed: the next start builds it anew. Row by row, the trigger would take
-- minutes on a large board.
DROP TRIGGER listings_delete;
INSERT INTO listing_words (listing_words) VALUES ('delete-all');
DELETE FROM listings;
CREATE TRIGGER listings_delete AFTER DELETE ON listings BEGIN
    DELETE FROM listing_words WHERE rowid = old.position;
END;
