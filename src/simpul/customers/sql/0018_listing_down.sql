DROP FUNCTION crm.list_customers(text, text, text, boolean, text, uuid, integer);
DROP INDEX crm.customer_facts_rfm_idx;
