-- The words of the index changed: the next start builds it anew.
DELETE FROM listings;
