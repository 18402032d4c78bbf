DROP INDEX IF EXISTS suggestions_by_likeness;
