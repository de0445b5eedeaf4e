DROP FUNCTION crm.cases_worded(text[], integer);
DROP INDEX crm.cases_words_idx;
DROP INDEX crm.cases_number_end_idx;
