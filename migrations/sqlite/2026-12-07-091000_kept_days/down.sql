DELETE FROM job_schedules WHERE NOT is_on;
ALTER TABLE job_schedules DROP COLUMN is_on;
