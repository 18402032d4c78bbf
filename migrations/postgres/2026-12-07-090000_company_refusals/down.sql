DROP TABLE company_refusals;
