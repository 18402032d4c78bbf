-- The search index is a directory of its own beside the database; the column of words goes.
DROP INDEX listings_by_words;
ALTER TABLE listings DROP COLUMN words;

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

CREATE FUNCTION random_stamp() RETURNS BIGINT LANGUAGE sql VOLATILE AS
    $$ SELECT (random() * 9e15)::BIGINT $$;

INSERT INTO listing_changes (job_id, number, stamp)
    SELECT job_id, row_number() OVER (ORDER BY position), random_stamp() FROM listings;
UPDATE board_version SET listing_change = (SELECT count(*) FROM listings);

-- The row of board_version is held until the transaction ends, so numbers are committed in their order:
-- who has read one has read all below it.
CREATE FUNCTION listing_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    changed BIGINT := CASE TG_OP WHEN 'DELETE' THEN OLD.job_id ELSE NEW.job_id END;
    next BIGINT;
BEGIN
    UPDATE board_version SET listing_change = listing_change + 1 RETURNING listing_change INTO next;
    INSERT INTO listing_changes (job_id, number, stamp) VALUES (changed, next, random_stamp())
        ON CONFLICT (job_id) DO UPDATE SET number = excluded.number, stamp = excluded.stamp;
    RETURN NULL;
END
$$;
CREATE TRIGGER listing_changed AFTER INSERT OR UPDATE OR DELETE ON listings
    FOR EACH ROW EXECUTE FUNCTION listing_changed();
