ALTER TABLE crm.transaction_sums
    ADD CONSTRAINT transaction_sums_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id);

-- What is computed from bookings shows to whom the bookings show; the product's own jobs alone write it.
CALL iam.protect('crm.transaction_sums');
CREATE POLICY transaction_sums_read ON crm.transaction_sums FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = transaction_sums.customer_id));
CREATE POLICY transaction_sums_insert ON crm.transaction_sums FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY transaction_sums_update ON crm.transaction_sums FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY transaction_sums_delete ON crm.transaction_sums FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A row policy asks for each row, which costs a set of millions its cores. These two read past the policies, and answer the product's
-- own jobs alone, which reach every customer anyway.
GRANT SELECT ON crm.transactions, crm.transaction_sums TO simpul_search;
CREATE FUNCTION crm.transactions_until(asked_at timestamptz)
RETURNS TABLE (customer_id uuid, tx_count_30d integer, tx_count_90d integer, tx_count_365d integer, tx_in_90d numeric, tx_out_90d numeric, tx_last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT t.customer_id,
           count(*) FILTER (WHERE t.occurred_at > asked_at - interval '30 days')::integer,
           count(*) FILTER (WHERE t.occurred_at > asked_at - interval '90 days')::integer,
           count(*) FILTER (WHERE t.occurred_at > asked_at - interval '365 days')::integer,
           coalesce(sum(t.amount) FILTER (WHERE t.direction = 'IN' AND t.currency = 'IDR' AND t.occurred_at > asked_at - interval '90 days'), 0),
           coalesce(sum(t.amount) FILTER (WHERE t.direction = 'OUT' AND t.currency = 'IDR' AND t.occurred_at > asked_at - interval '90 days'), 0),
           max(t.occurred_at)
    FROM crm.transactions t
    WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND t.occurred_at <= asked_at
    GROUP BY t.customer_id
$$;
CREATE VIEW crm.segment_transactions AS
SELECT s.customer_id, s.tx_count_30d, s.tx_count_90d, s.tx_count_365d, s.tx_in_90d, s.tx_out_90d, s.tx_last_at
FROM crm.transaction_sums s WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER FUNCTION crm.transactions_until(timestamptz) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.transactions_until(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.transactions_until(timestamptz) TO simpul_worker, simpul_app;
ALTER VIEW crm.segment_transactions OWNER TO simpul_search;
GRANT SELECT ON crm.segment_transactions TO simpul_app, simpul_worker;
