DROP FUNCTION crm.case_alerts(uuid[], timestamptz, integer);
CREATE FUNCTION crm.case_alerts(wanted uuid[], moment timestamptz, fraud_days integer)
RETURNS TABLE (customer_id uuid, open_since timestamptz, overdue_since timestamptz, fraud_since timestamptz, named boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT c.customer_id, max(c.created_at) FILTER (WHERE c.standing), max(c.sla_due_at) FILTER (WHERE c.standing AND c.sla_due_at < moment),
           max(c.created_at) FILTER (WHERE c.is_fraud AND (c.standing OR c.status = 'RESOLVED' OR c.closed_at > moment - make_interval(days => fraud_days))),
           (SELECT EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles o USING (role_id)
                           WHERE ur.user_id = iam.uid() AND coalesce(o.based_on, o.role_key) IN ('AGENT', 'SUPERVISOR', 'COMPLIANCE', 'SYSTEM')))
    FROM (SELECT k.customer_id, k.created_at, k.sla_due_at, k.closed_at, k.status, k.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AS standing,
                 'FRAUD_SCAM' IN (k.category_code, g.parent_code) AS is_fraud
            FROM crm.cases k JOIN crm.case_categories g USING (category_code) JOIN iam.customer_reach r ON r.customer_id = k.customer_id
           WHERE k.customer_id = ANY (wanted)
             AND (r.branch_code = ANY ((SELECT iam.branches_for('customer', 'R'))::text[]) OR r.rm_user_id = (SELECT iam.portfolio_for('customer', 'R'))
                  OR k.customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]))) c
    GROUP BY c.customer_id
$$;
ALTER FUNCTION crm.case_alerts(uuid[], timestamptz, integer) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.case_alerts(uuid[], timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.case_alerts(uuid[], timestamptz, integer) TO simpul_app, simpul_worker;
