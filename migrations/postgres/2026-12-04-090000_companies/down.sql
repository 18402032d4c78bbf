DROP INDEX jobs_by_company_id;
ALTER TABLE jobs DROP COLUMN company_id;
ALTER TABLE listings DROP COLUMN logo;
DROP TABLE company_merges;
DROP TABLE company_domains;
DROP TABLE company_invitations;
DROP TABLE company_members;
DROP TABLE company_slugs;
DROP TABLE companies;
