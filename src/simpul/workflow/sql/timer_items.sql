-- A timer of an item is for whoever may act on the item: who approves a request need not reach its customer, and who reaches
-- the customer need not see what is asked about him. Reading the configuration shows timers, but moves none.
UPDATE crm.timers t SET item_id = i.item_id FROM crm.workflow_items i WHERE t.kind = 'workflow.state' AND t.status <> 'FIRED' AND i.item_id = (t.data ->> 'item')::uuid;

DROP POLICY timers_read ON crm.timers;
DROP POLICY timers_insert ON crm.timers;
DROP POLICY timers_update ON crm.timers;
DO $$
DECLARE
    reached text := $sql$
        CASE WHEN item_id IS NOT NULL
             THEN item_id = (SELECT i.item_id FROM crm.workflow_items i WHERE i.item_id = timers.item_id AND (
                      i.resource = ANY ((SELECT iam.resources_at(4))::text[])
                      OR (i.resource = ANY ((SELECT iam.resources_at(1))::text[]) AND i.owner_ids @> ARRAY[(SELECT iam.uid())])
                      OR (i.customer_id IS NULL AND i.resource = ANY ((SELECT iam.resources_at(3))::text[]) AND i.branch_code = ANY ((SELECT iam.scope_branches())::text[]))
                      OR (i.resource = ANY ((SELECT iam.resources_at(2))::text[])
                          AND i.customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = i.customer_id))))
             WHEN customer_id IS NOT NULL
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
