DROP POLICY documents_case_read ON crm.documents;
DROP POLICY documents_case_insert ON crm.documents;
DROP POLICY documents_case_update ON crm.documents;
