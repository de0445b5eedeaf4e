-- Whose rows a caller reaches. iam.customer_reach has its own policy, so a look-up of the customer there is the whole
-- check; it is a scalar look-up, because EXISTS may be planned as a hash of every customer in reach.
CREATE PROCEDURE crm.protect_by_customer(target regclass) LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = target);
    seen text := format('customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %s.customer_id)', name);
    kept text := format('customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %s.customer_id '
                        'AND r.branch_code = ANY ((SELECT iam.branches_for(''customer'', ''U''))::text[]))', name);
BEGIN
    CALL iam.protect(target);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO simpul_app, simpul_worker USING (%s)', name || '_read', target, seen);
    -- Whoever reaches every customer needs no look-up for each row: an import writes millions.
    EXECUTE format('CREATE POLICY %I ON %s FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''customer'', ''U'')) = 4 OR %s)', name || '_insert', target, kept);
    EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE TO simpul_app, simpul_worker USING (%s) WITH CHECK (%s)', name || '_update', target, kept, kept);
    EXECUTE format('CREATE POLICY %I ON %s FOR DELETE TO simpul_app, simpul_worker USING (%s)', name || '_delete', target, kept);
END $$;

CALL iam.protect('crm.customers');
CREATE POLICY customers_read ON crm.customers FOR SELECT TO simpul_app, simpul_worker USING (
    home_branch_code = ANY ((SELECT iam.branches_for('customer', 'R'))::text[])
    OR rm_user_id = (SELECT iam.portfolio_for('customer', 'R'))
    OR customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]));
CREATE POLICY customers_insert ON crm.customers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('customer', 'C')) = 4 OR home_branch_code = ANY ((SELECT iam.branches_for('customer', 'C'))::text[]));
CREATE POLICY customers_update ON crm.customers FOR UPDATE TO simpul_app, simpul_worker
    USING (home_branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]))
    WITH CHECK (home_branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]));
CREATE POLICY customers_delete ON crm.customers FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL crm.protect_by_customer('crm.customer_identifiers');
CALL crm.protect_by_customer('crm.customer_addresses');
CALL crm.protect_by_customer('crm.customer_products');

CALL iam.protect('crm.customer_assignments');
CREATE POLICY customer_assignments_read ON crm.customer_assignments FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id));
CREATE POLICY customer_assignments_insert ON crm.customer_assignments FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
CREATE POLICY customer_assignments_update ON crm.customer_assignments FOR UPDATE TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
-- History stays: an assignment ends, it does not vanish.
CREATE POLICY customer_assignments_delete ON crm.customer_assignments FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A tie shows when one of its ends is in reach; the other end's data has its own policy.
CALL iam.protect('crm.customer_relationships');
CREATE POLICY customer_relationships_read ON crm.customer_relationships FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_relationships.customer_id)
    OR related_customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_relationships.related_customer_id));
CREATE POLICY customer_relationships_insert ON crm.customer_relationships FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_relationships.customer_id
                      AND r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[])));
CREATE POLICY customer_relationships_update ON crm.customer_relationships FOR UPDATE TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_relationships.customer_id
                      AND r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[])));
CREATE POLICY customer_relationships_delete ON crm.customer_relationships FOR DELETE TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_relationships.customer_id
                      AND r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[])));

-- Facts follow from acts of every role on a customer in reach (a case opened, a contact made); they are written by a
-- door of the product only, never from a request's own fields.
CALL iam.protect('crm.customer_facts');
CREATE POLICY customer_facts_read ON crm.customer_facts FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_facts.customer_id));
CREATE POLICY customer_facts_insert ON crm.customer_facts FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_facts.customer_id));
CREATE POLICY customer_facts_update ON crm.customer_facts FOR UPDATE TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_facts.customer_id));
CREATE POLICY customer_facts_delete ON crm.customer_facts FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A request shows to who asked and to who may read requests of that customer; it is decided by somebody else.
CALL iam.protect('crm.customer_change_requests');
CREATE POLICY change_requests_read ON crm.customer_change_requests FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_change_requests.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('change_request', 'R'))::text[])
                           OR r.rm_user_id = (SELECT iam.portfolio_for('change_request', 'R')))));
CREATE POLICY change_requests_insert ON crm.customer_change_requests FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    requested_by = (SELECT iam.uid()) AND status = 'PENDING'
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_change_requests.customer_id
                          AND (r.branch_code = ANY ((SELECT iam.branches_for('change_request', 'C'))::text[])
                               OR r.rm_user_id = (SELECT iam.portfolio_for('change_request', 'C')))));
CREATE POLICY change_requests_decide ON crm.customer_change_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'PENDING' AND requested_by <> (SELECT iam.uid())
           AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_change_requests.customer_id
                                 AND r.branch_code = ANY ((SELECT iam.branches_for('change_request', 'A'))::text[])))
    WITH CHECK (status IN ('APPROVED', 'REJECTED') AND decided_by = (SELECT iam.uid()) AND requested_by <> (SELECT iam.uid()));
CREATE POLICY change_requests_withdraw ON crm.customer_change_requests FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'PENDING' AND requested_by = (SELECT iam.uid()))
    WITH CHECK (status = 'WITHDRAWN' AND decided_by = (SELECT iam.uid()) AND requested_by = (SELECT iam.uid()));
CREATE POLICY change_requests_delete ON crm.customer_change_requests FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.recent_customers');
CREATE POLICY recent_customers_read ON crm.recent_customers FOR SELECT TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY recent_customers_insert ON crm.recent_customers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid()) AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = recent_customers.customer_id));
CREATE POLICY recent_customers_update ON crm.recent_customers FOR UPDATE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY recent_customers_delete ON crm.recent_customers FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
