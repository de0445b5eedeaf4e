DROP VIEW crm.segment_facts;
DROP VIEW crm.segment_products;
DROP VIEW crm.segment_cities;
DROP VIEW crm.segment_customers;
