DROP FUNCTION crm.customers_numbered(text[], bytea[]);
DROP FUNCTION crm.masked_customers(uuid[]);
