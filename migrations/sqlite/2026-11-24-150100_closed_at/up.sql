-- When a job was filled or withdrawn: its page stays for a while after that.
ALTER TABLE jobs ADD COLUMN closed_at TIMESTAMP;
UPDATE jobs SET closed_at = updated_at WHERE status IN ('filled', 'withdrawn');
