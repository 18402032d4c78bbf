-- Whether the draft is published on that day; otherwise the day is only what its form says.
ALTER TABLE job_schedules ADD COLUMN is_on BOOLEAN NOT NULL DEFAULT TRUE;
