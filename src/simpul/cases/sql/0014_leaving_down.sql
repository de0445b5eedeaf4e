DROP TRIGGER tell_cases_changed ON crm.cases;
CREATE TRIGGER tell_cases_changed AFTER UPDATE ON crm.cases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.tell_cases();
DROP FUNCTION crm.tell_changed_cases();
