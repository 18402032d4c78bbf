ALTER TABLE board_version DROP COLUMN index_version;
