DROP TRIGGER requested_values_insert ON crm.customer_change_requests;
DROP TRIGGER requested_values_update ON crm.customer_change_requests;
DROP FUNCTION crm.requested_values_follow();
REVOKE SELECT, INSERT, DELETE ON crm.open_requested_values FROM simpul_search;
DELETE FROM crm.open_requested_values;
ALTER TABLE crm.open_requested_values DROP CONSTRAINT open_requested_values_hash_size;
ALTER TABLE crm.change_request_askers DROP CONSTRAINT change_request_askers_user_known, DROP CONSTRAINT change_request_askers_note;
