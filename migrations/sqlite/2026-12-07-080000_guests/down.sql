DROP TABLE guest_postings;
ALTER TABLE accounts DROP COLUMN is_guest;
