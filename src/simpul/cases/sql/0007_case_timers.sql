-- Timers of cases are moved by whoever reads the case whole: a unit works on cases of customers and branches that it does not reach.
DO $$
DECLARE
    seen text := '(subject_type = ''CASE'' AND (SELECT c.case_id FROM crm.cases c'
        ' WHERE c.case_id = CASE WHEN timers.subject_type = ''CASE'' THEN timers.subject_id::uuid END) IS NOT NULL)';
BEGIN
    EXECUTE 'CREATE POLICY timers_case_read ON crm.timers FOR SELECT TO simpul_app, simpul_worker USING ' || seen;
    EXECUTE 'CREATE POLICY timers_case_insert ON crm.timers FOR INSERT TO simpul_app, simpul_worker WITH CHECK ' || seen;
    EXECUTE 'CREATE POLICY timers_case_update ON crm.timers FOR UPDATE TO simpul_app, simpul_worker USING ' || seen || ' WITH CHECK ' || seen;
END $$;
