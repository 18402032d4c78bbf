-- Words that look alike, where the server has the extension and lets this role create it.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX suggestions_by_likeness ON suggestions USING gin (key gin_trgm_ops)
        WHERE kind = 'word';
EXCEPTION
    WHEN undefined_file OR feature_not_supported OR insufficient_privilege THEN
        RAISE NOTICE 'without pg_trgm: %', SQLERRM;
END
$$;
