-- Portfolios are assigned by people who need not read customers: what they see is an id, a branch, a manager and initials.
CREATE FUNCTION crm.portfolio_rows(only_branch text, only_rm uuid, only_unassigned boolean, only_ids uuid[], after uuid, keep integer)
RETURNS TABLE (customer_id uuid, branch_code text, rm_user_id uuid, label text, may_assign boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    assignable text[] := iam.branches_for('portfolio', 'A') || iam.branches_for('portfolio', 'M');
    readable text[] := assignable || iam.branches_for('portfolio', 'R');
    own uuid := CASE WHEN iam.reach('portfolio', 'R') >= 1 THEN iam.uid() END;
BEGIN
    RETURN QUERY
        SELECT c.customer_id, c.home_branch_code, c.rm_user_id, regexp_replace(c.full_name, '(\S)\S*', '\1***', 'g'), c.home_branch_code = ANY (assignable)
          FROM crm.customers c
         WHERE (c.home_branch_code = ANY (readable) OR c.rm_user_id = own)
           AND (only_branch IS NULL OR c.home_branch_code = only_branch)
           AND (only_rm IS NULL OR c.rm_user_id = only_rm)
           AND (NOT only_unassigned OR c.rm_user_id IS NULL)
           AND (only_ids IS NULL OR c.customer_id = ANY (only_ids))
           AND (after IS NULL OR c.customer_id > after)
         ORDER BY c.customer_id LIMIT keep;
END $$;

-- How many customers each manager serves, within the caller's reach on portfolios.
CREATE FUNCTION crm.portfolio_sizes() RETURNS TABLE (rm_user_id uuid, customers bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    readable text[] := iam.branches_for('portfolio', 'A') || iam.branches_for('portfolio', 'M') || iam.branches_for('portfolio', 'R');
    own uuid := CASE WHEN iam.reach('portfolio', 'R') >= 1 THEN iam.uid() END;
BEGIN
    RETURN QUERY
        SELECT r.rm_user_id, count(*) FROM iam.customer_reach r
         WHERE r.rm_user_id IS NOT NULL AND (r.branch_code = ANY (readable) OR r.rm_user_id = own) GROUP BY r.rm_user_id;
END $$;

ALTER FUNCTION crm.portfolio_rows(text, uuid, boolean, uuid[], uuid, integer) OWNER TO simpul_search;
ALTER FUNCTION crm.portfolio_sizes() OWNER TO simpul_search;
GRANT EXECUTE ON FUNCTION crm.portfolio_rows(text, uuid, boolean, uuid[], uuid, integer), crm.portfolio_sizes() TO simpul_app, simpul_worker;

-- An assignment says which manager serves which customer, and nothing of either: who manages all portfolios writes it
-- without reaching the customers themselves.
ALTER POLICY customer_assignments_read ON crm.customer_assignments USING (
    (SELECT iam.reach('portfolio', 'M')) = 4
    OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id));
ALTER POLICY customer_assignments_insert ON crm.customer_assignments WITH CHECK (
    (SELECT iam.reach('portfolio', 'M')) = 4
    OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                         AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
ALTER POLICY customer_assignments_update ON crm.customer_assignments USING (
    (SELECT iam.reach('portfolio', 'M')) = 4
    OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_assignments.customer_id
                         AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'U'))::text[]) OR r.branch_code = ANY ((SELECT iam.branches_for('portfolio', 'A'))::text[]))));
CREATE INDEX customer_assignments_customer_idx ON crm.customer_assignments (customer_id, assigned_at DESC);
