-- Likeness of words is PostgreSQL's to index.
SELECT 1;
