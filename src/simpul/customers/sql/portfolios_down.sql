DROP INDEX crm.customer_assignments_customer_idx;
ALTER POLICY customer_assignments_read ON crm.customer_assignments USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id));
ALTER POLICY customer_assignments_insert ON crm.customer_assignments WITH CHECK (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
ALTER POLICY customer_assignments_update ON crm.customer_assignments USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
DROP FUNCTION crm.portfolio_sizes();
DROP FUNCTION crm.portfolio_rows(text, uuid, boolean, uuid[], uuid, integer);
