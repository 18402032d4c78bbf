-- What a card says of place and pay, in parts: the words depend on the reader's language. `place` and `pay`
-- have them in English and stay for this version: one from before may run beside it. Rows without a
-- location are filled in when the board starts.
ALTER TABLE listings ADD COLUMN location TEXT;
ALTER TABLE listings ADD COLUMN pay_min BIGINT;
ALTER TABLE listings ADD COLUMN pay_max BIGINT;
ALTER TABLE listings ADD COLUMN pay_period TEXT;
