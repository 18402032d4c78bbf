DROP INDEX listings_by_company;
