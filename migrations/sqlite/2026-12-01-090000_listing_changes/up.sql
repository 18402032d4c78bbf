-- The search index is a directory of its own beside the database; the full-text table goes.
DROP TRIGGER listings_delete;
DROP TABLE listing_words;

-- Which jobs the index must look at again, in the order in which they changed: the number of the latest
-- change of each job that is or was listed. The stamp is random, so that two histories of one board (a
-- restored copy) are told apart. Triggers write it: nothing that changes the lists can forget to.
CREATE TABLE listing_changes (
    job_id BIGINT PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL,
    stamp BIGINT NOT NULL
);
CREATE UNIQUE INDEX listing_changes_by_number ON listing_changes (number);
ALTER TABLE board_version ADD COLUMN listing_change BIGINT NOT NULL DEFAULT 0;

INSERT INTO listing_changes (job_id, number, stamp)
    SELECT job_id, row_number() OVER (ORDER BY position), random() FROM listings;
UPDATE board_version SET listing_change = (SELECT count(*) FROM listings);

CREATE TRIGGER listing_inserted AFTER INSERT ON listings BEGIN
    UPDATE board_version SET listing_change = listing_change + 1;
    INSERT INTO listing_changes (job_id, number, stamp)
        SELECT new.job_id, listing_change, random() FROM board_version WHERE true
        ON CONFLICT (job_id) DO UPDATE SET number = excluded.number, stamp = excluded.stamp;
END;
CREATE TRIGGER listing_updated AFTER UPDATE ON listings BEGIN
    UPDATE board_version SET listing_change = listing_change + 1;
    INSERT INTO listing_changes (job_id, number, stamp)
        SELECT new.job_id, listing_change, random() FROM board_version WHERE true
        ON CONFLICT (job_id) DO UPDATE SET number = excluded.number, stamp = excluded.stamp;
END;
CREATE TRIGGER listing_deleted AFTER DELETE ON listings BEGIN
    UPDATE board_version SET listing_change = listing_change + 1;
    INSERT INTO listing_changes (job_id, number, stamp)
        SELECT old.job_id, listing_change, random() FROM board_version WHERE true
        ON CONFLICT (job_id) DO UPDATE SET number = excluded.number, stamp = excluded.stamp;
END;
