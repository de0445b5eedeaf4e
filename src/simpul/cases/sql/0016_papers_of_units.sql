-- The papers of a case show, come in and are taken out of sight with the case, also for a unit that has cases of branches which it does not
-- serve; within the tiers that the reader holds in the case's branch, as everywhere.
DO $$
DECLARE
    seen text := '(subject_type = ''CASE'' AND (SELECT c.case_id FROM crm.cases c'
        ' WHERE c.case_id = CASE WHEN documents.subject_type = ''CASE'' THEN documents.subject_id::uuid END) IS NOT NULL)';
    within text := '(tier = 1 OR uploaded_by = (SELECT iam.uid()) OR tier = 2 AND branch_code = ANY ((SELECT iam.branches_for(''tier2'', ''R''))::text[])'
        ' OR tier = 3 AND branch_code = ANY ((SELECT iam.branches_for(''tier3'', ''R''))::text[]))';
BEGIN
    EXECUTE format('CREATE POLICY documents_case_read ON crm.documents FOR SELECT TO simpul_app, simpul_worker USING (%s AND %s)', seen, within);
    EXECUTE format('CREATE POLICY documents_case_insert ON crm.documents FOR INSERT TO simpul_app, simpul_worker WITH CHECK (uploaded_by = (SELECT iam.uid()) AND %s)', seen);
    EXECUTE format('CREATE POLICY documents_case_update ON crm.documents FOR UPDATE TO simpul_app, simpul_worker USING (%s AND %s) WITH CHECK (%s)', seen, within, seen);
END $$;
