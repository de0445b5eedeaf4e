ALTER TABLE crm.rfm_thresholds
    ADD CONSTRAINT rfm_thresholds_author_known
        FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rfm_thresholds_whole CHECK (
        jsonb_typeof(recency_days) = 'array' AND jsonb_array_length(recency_days) = 4
        AND jsonb_typeof(frequency_count) = 'array' AND jsonb_array_length(frequency_count) = 4
        AND jsonb_typeof(monetary_value) = 'array' AND jsonb_array_length(monetary_value) = 4),
    ADD CONSTRAINT rfm_thresholds_note_length CHECK (length(note) <= 500);
ALTER TABLE crm.rfm_scores
    ADD CONSTRAINT rfm_scores_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT rfm_scores_thresholds_known
        FOREIGN KEY (thresholds_version) REFERENCES crm.rfm_thresholds (version);
ALTER TABLE crm.rfm_history
    ADD CONSTRAINT rfm_history_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT rfm_history_thresholds_known
        FOREIGN KEY (thresholds_version) REFERENCES crm.rfm_thresholds (version);

-- Thresholds show to everybody at work, whom they explain a score. A version is added, in the own
-- name, by whoever manages the value of customers; none is changed or removed.
REVOKE UPDATE, DELETE ON crm.rfm_thresholds FROM simpul_app, simpul_worker;
CALL iam.protect('crm.rfm_thresholds');
CREATE POLICY rfm_thresholds_read ON crm.rfm_thresholds
    FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY rfm_thresholds_insert ON crm.rfm_thresholds
    FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.reach('customer_value', 'M')) = 4 AND created_by = (SELECT iam.uid()));
CREATE POLICY rfm_thresholds_update ON crm.rfm_thresholds
    FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY rfm_thresholds_delete ON crm.rfm_thresholds
    FOR DELETE TO simpul_app, simpul_worker USING (false);

-- What is computed from bookings shows to whom the bookings show; the product's jobs alone write it.
DO $$
DECLARE
    target text;
    job constant text := '(SELECT iam.uid()) = ''00000000-0000-7000-8000-000000000001''';
BEGIN
    FOREACH target IN ARRAY ARRAY['rfm_scores', 'rfm_history'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format(
            'CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (%s OR customer_id = '
            '(SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %I.customer_id))',
            target || '_read', target, job, target);
        EXECUTE format(
            'CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)',
            target || '_insert', target, job);
        EXECUTE format(
            'CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (%s)',
            target || '_update', target, job);
        EXECUTE format(
            'CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (%s)',
            target || '_delete', target, job);
    END LOOP;
END $$;

-- A row policy asks for each row, which costs a set of millions its cores. These views read past the
-- policies and answer the product's own jobs alone. Times are without a zone, in UTC.
GRANT SELECT ON crm.rfm_scores, crm.rfm_history TO simpul_search;
CREATE VIEW crm.rfm_customers AS
SELECT c.customer_id, c.created_at AT TIME ZONE 'UTC' AS created_at,
       f.last_contact_at AT TIME ZONE 'UTC' AS contacted_at
FROM crm.customers c LEFT JOIN crm.customer_facts f ON f.customer_id = c.customer_id
WHERE c.status <> 'CLOSED' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.rfm_bookings AS
SELECT t.customer_id, t.occurred_at AT TIME ZONE 'UTC' AS occurred_at, t.amount, t.currency, t.kind
FROM crm.transactions t
WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.rfm_balances AS
SELECT t.customer_id, encode(t.account_hash, 'hex') AS account, t.transaction_id,
       t.occurred_at AT TIME ZONE 'UTC' AS occurred_at, t.balance_after, t.currency
FROM crm.transactions t
WHERE t.balance_after IS NOT NULL
  AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_rfm AS
SELECT s.customer_id, c.home_branch_code AS branch_code, s.segment, s.recency_score,
       s.frequency_score, s.monetary_score, s.total_score, s.recency_days, s.frequency_count,
       s.monetary_value, s.calculated_at
FROM crm.rfm_scores s JOIN crm.customers c ON c.customer_id = s.customer_id
WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.rfm_months AS
SELECT h.customer_id, c.home_branch_code AS branch_code, h.month, h.segment
FROM crm.rfm_history h JOIN crm.customers c ON c.customer_id = h.customer_id
WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.rfm_customers OWNER TO simpul_search;
ALTER VIEW crm.rfm_bookings OWNER TO simpul_search;
ALTER VIEW crm.rfm_balances OWNER TO simpul_search;
ALTER VIEW crm.segment_rfm OWNER TO simpul_search;
ALTER VIEW crm.rfm_months OWNER TO simpul_search;
GRANT SELECT ON crm.rfm_customers, crm.rfm_bookings, crm.rfm_balances, crm.segment_rfm,
    crm.rfm_months TO simpul_app, simpul_worker;

-- The thresholds that are shipped (product chapter 7.1); an organisation adds its own versions.
INSERT INTO crm.rfm_thresholds
    (version, recency_days, frequency_count, monetary_value, created_by)
VALUES
    (1, '[7, 30, 90, 180]', '[50, 30, 15, 5]', '[100000000, 50000000, 20000000, 5000000]',
     '00000000-0000-7000-8000-000000000001')
ON CONFLICT DO NOTHING;
