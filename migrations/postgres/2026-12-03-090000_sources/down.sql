DROP TABLE source_postings;
DROP TABLE source_runs;
DROP TABLE sources;
