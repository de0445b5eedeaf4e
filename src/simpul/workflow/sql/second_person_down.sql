DROP TRIGGER second_person ON crm.workflow_versions;
DROP FUNCTION crm.guard_published_workflow();
