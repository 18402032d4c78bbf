ALTER TABLE board_version DROP COLUMN feed_base;
