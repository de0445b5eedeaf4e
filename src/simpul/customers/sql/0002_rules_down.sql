DROP FUNCTION crm.hidden_relatives(uuid);
DROP TRIGGER assignments_follow_insert ON crm.customer_assignments;
DROP TRIGGER assignments_follow_update ON crm.customer_assignments;
DROP TRIGGER assignments_follow_delete ON crm.customer_assignments;
DROP FUNCTION crm.assignment_follow();
DROP TRIGGER refuse_renumbering ON crm.customers;
DROP FUNCTION crm.refuse_customer_renumbering();
DROP TRIGGER customers_reach_insert ON crm.customers;
DROP TRIGGER customers_reach_update ON crm.customers;
DROP FUNCTION crm.reach_follow();
DROP TRIGGER refuse_delete ON crm.customers;
DROP TRIGGER refuse_truncate ON crm.customers;
DROP FUNCTION crm.refuse_customer_removal();
ALTER TABLE crm.recent_customers DROP CONSTRAINT recent_customers_user_known, DROP CONSTRAINT recent_customers_customer_known;
ALTER TABLE crm.customer_products DROP CONSTRAINT customer_products_customer_known;
ALTER TABLE crm.customer_change_requests
    DROP CONSTRAINT change_requests_asked_by_known,
    DROP CONSTRAINT change_requests_decided_by_known,
    DROP CONSTRAINT change_requests_ask_something,
    DROP CONSTRAINT change_requests_notes;
ALTER TABLE crm.customer_facts DROP CONSTRAINT customer_facts_contact_known;
ALTER TABLE crm.customer_assignments DROP CONSTRAINT customer_assignments_rm_known;
ALTER TABLE crm.customer_addresses
    DROP CONSTRAINT customer_addresses_in_indonesia,
    DROP CONSTRAINT customer_addresses_coordinates_whole,
    DROP CONSTRAINT customer_addresses_accuracy,
    DROP CONSTRAINT customer_addresses_postcode;
ALTER TABLE crm.customer_identifiers
    DROP CONSTRAINT customer_identifiers_hash_size,
    DROP CONSTRAINT customer_identifiers_sealed,
    DROP CONSTRAINT customer_identifiers_nik_hint,
    DROP CONSTRAINT customer_identifiers_account_hint,
    DROP CONSTRAINT customer_identifiers_value_shape;
ALTER TABLE crm.customers
    DROP CONSTRAINT customers_branch_known,
    DROP CONSTRAINT customers_rm_known,
    DROP CONSTRAINT customers_name_written,
    DROP CONSTRAINT customers_born_before,
    DROP CONSTRAINT customers_phone_shape,
    DROP CONSTRAINT customers_email_shape,
    DROP CONSTRAINT customers_tags_few;
