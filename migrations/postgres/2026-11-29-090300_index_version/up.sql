-- Which words the search index is made of: where the program makes others, it builds the index anew.
ALTER TABLE board_version ADD COLUMN index_version INTEGER NOT NULL DEFAULT 0;
