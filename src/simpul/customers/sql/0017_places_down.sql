DROP TRIGGER customers_search_places_update ON crm.customers;
DROP TRIGGER customers_search_places_insert ON crm.customers;
DROP FUNCTION crm.search_resound();
DROP FUNCTION crm.search_places_recount();
DROP FUNCTION crm.search_places_follow();
DROP INDEX crm.customers_phone_end_idx;
DROP INDEX crm.search_tokens_alike_idx;
DROP TABLE crm.search_branch_tokens;
