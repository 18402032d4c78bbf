ALTER TABLE job_sources DROP COLUMN pay_left_out;
