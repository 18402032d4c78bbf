-- The pay that was left out of an imported job, in the words of its source; empty where none was.
ALTER TABLE job_sources ADD COLUMN pay_left_out TEXT NOT NULL DEFAULT '';
