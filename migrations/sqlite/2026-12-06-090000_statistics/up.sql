-- How often each job was viewed, and how often somebody went on to apply: a row for each day and source of the visits. Of
-- whoever visited, nothing is kept.
CREATE TABLE job_statistics (
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    day DATE NOT NULL,
    event TEXT NOT NULL,
    visitor TEXT NOT NULL,
    source TEXT NOT NULL,
    visits BIGINT NOT NULL,
    PRIMARY KEY (job_id, day, event, visitor, source)
);
CREATE INDEX job_statistics_by_day ON job_statistics (day);
