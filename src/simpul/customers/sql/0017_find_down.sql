DROP FUNCTION crm.search_customers(text, text, text, text[], text[], bytea[], text, text, text, boolean, text, integer);
DROP FUNCTION crm.search_wider(integer[], text, text, text, text, text[], integer[], text[], integer[], uuid[], integer);
DROP FUNCTION crm.search_near(integer[], text[], integer[], text[], integer[]);
DROP FUNCTION crm.search_rank(text, text, integer, integer[], text[], integer[], integer);
DROP FUNCTION crm.search_extra(text, integer);
DROP TYPE crm.search_hit;
DROP FUNCTION crm.search_sets(text[], integer[], text[], integer[], integer[]);
DROP FUNCTION crm.search_whole_names(text, text[], integer[], text[], integer[]);
DROP FUNCTION crm.search_alternatives(text[], text[], integer[], text[]);
