DROP TRIGGER listing_changed ON listings;
DROP FUNCTION listing_changed;
ALTER TABLE board_version DROP COLUMN listing_change;
DROP TABLE listing_changes;
DROP FUNCTION random_stamp;

ALTER TABLE listings ADD COLUMN words TSVECTOR;
CREATE INDEX listings_by_words ON listings USING GIN (words);
ALTER TABLE listings ALTER words SET STATISTICS 1000;
-- The version before builds the lists and their words anew when it starts.
DELETE FROM listings;
