-- What the ids in feeds begin with on a board whose readers know its address from them: empty until the
-- board starts and says what that is. A board that is new names its jobs by its own random name.
ALTER TABLE board_version ADD COLUMN feed_base TEXT;
UPDATE board_version SET feed_base = '' WHERE EXISTS (SELECT 1 FROM jobs);
