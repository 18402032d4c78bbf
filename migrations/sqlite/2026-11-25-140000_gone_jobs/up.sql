-- Jobs that were on the board once and are deleted: their addresses answer 410, not 404.
CREATE TABLE gone_jobs (
    job_id INTEGER PRIMARY KEY NOT NULL
);

INSERT INTO gone_jobs (job_id)
SELECT DISTINCT subject_id FROM audit_log
WHERE subject_kind = 'job' AND action = 'job_published'
    AND subject_id NOT IN (SELECT id FROM jobs);
