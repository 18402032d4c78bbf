ALTER TABLE listings DROP COLUMN location;
ALTER TABLE listings DROP COLUMN pay_min;
ALTER TABLE listings DROP COLUMN pay_max;
ALTER TABLE listings DROP COLUMN pay_period;
