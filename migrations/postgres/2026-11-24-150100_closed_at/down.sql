ALTER TABLE jobs DROP COLUMN closed_at;
