DROP TRIGGER customers_branch_known_update ON crm.customers;
DROP TRIGGER customers_branch_known_insert ON crm.customers;
DROP FUNCTION crm.refuse_unknown_branch();
DROP TRIGGER customer_known_update ON crm.customer_addresses;
DROP TRIGGER customer_known_insert ON crm.customer_addresses;
DROP TRIGGER customer_known_update ON crm.customer_identifiers;
DROP TRIGGER customer_known_insert ON crm.customer_identifiers;
DROP FUNCTION crm.refuse_unknown_customer();
DROP FUNCTION crm.refuse_unknown_key(text, text);
ALTER TABLE crm.customers
    DROP CONSTRAINT customers_branch_known,
    ADD CONSTRAINT customers_branch_known FOREIGN KEY (home_branch_code) REFERENCES iam.branches (branch_code);
ALTER TABLE crm.customer_addresses DROP CONSTRAINT customer_addresses_customer_known;
ALTER TABLE crm.customer_identifiers DROP CONSTRAINT customer_identifiers_customer_known;
