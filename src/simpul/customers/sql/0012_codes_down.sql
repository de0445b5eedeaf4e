DROP TRIGGER customers_code_known_insert ON crm.customers;
DROP TRIGGER customers_code_known_update ON crm.customers;
DROP TRIGGER code_known_insert ON crm.customer_products;
DROP TRIGGER code_known_update ON crm.customer_products;
DROP TRIGGER code_known_insert ON crm.customer_relationships;
DROP TRIGGER code_known_update ON crm.customer_relationships;
DROP FUNCTION crm.refuse_unknown_code();
REVOKE SELECT ON crm.customer_codes FROM simpul_search;
DROP TRIGGER refuse_delete ON crm.customer_codes;
DROP TRIGGER refuse_truncate ON crm.customer_codes;
DROP TRIGGER refuse_renaming ON crm.customer_codes;
DROP FUNCTION crm.keep_customer_code();
DELETE FROM crm.customer_codes;
ALTER TABLE crm.customer_codes DROP CONSTRAINT customer_codes_code_shape, DROP CONSTRAINT customer_codes_named,
    DROP CONSTRAINT customer_codes_default_in_use, DROP CONSTRAINT customer_codes_editor_known;
