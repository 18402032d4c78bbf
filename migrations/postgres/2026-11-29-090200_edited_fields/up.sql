-- The fields of an imported job that somebody changed here, separated by commas: its source no longer says
-- what they are.
ALTER TABLE job_sources ADD COLUMN edited TEXT NOT NULL DEFAULT '';
