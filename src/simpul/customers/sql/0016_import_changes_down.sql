DROP FUNCTION crm.masked_change(text, text);
ALTER TABLE crm.customer_import_changes DROP CONSTRAINT import_changes_run_known;
