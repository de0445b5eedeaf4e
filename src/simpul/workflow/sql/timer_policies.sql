-- Timers are moved by whoever works on their subject: in reach of the customer, in the branch, or, where the subject
-- has neither, anybody who is signed in. The worker and the administrators reach all of them.
DO $$
DECLARE
    reached text := $sql$
        CASE WHEN customer_id IS NOT NULL
             THEN customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = timers.customer_id)
             WHEN branch_code IS NOT NULL THEN branch_code = ANY ((SELECT iam.scope_branches())::text[])
             ELSE (SELECT iam.uid()) IS NOT NULL END
    $sql$;
    managed text := $sql$(SELECT iam.reach('configuration', 'M')) = 4$sql$;
BEGIN
    EXECUTE format('CREATE POLICY timers_read ON crm.timers FOR SELECT TO simpul_app, simpul_worker USING (%s OR (SELECT iam.reach(''configuration'', ''R'')) = 4 OR %s)', managed, reached);
    EXECUTE format('CREATE POLICY timers_insert ON crm.timers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s OR %s)', managed, reached);
    EXECUTE format('CREATE POLICY timers_update ON crm.timers FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s) WITH CHECK (%s OR %s)', managed, reached, managed, reached);
END $$;
