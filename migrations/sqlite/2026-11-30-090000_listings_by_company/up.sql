-- The companies in the order of their names, each with its open jobs, without reading the listings.
CREATE INDEX listings_by_company ON listings (company_slug, valid_through, company);
