-- Lengths stand beside the patterns: a bound inside costs every row of an import a state for each count.
ALTER TABLE crm.transactions
    ADD CONSTRAINT transactions_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT transactions_currency_shape CHECK (currency ~ '^[A-Z]+$' AND length(currency) = 3),
    ADD CONSTRAINT transactions_kind_shape CHECK (kind ~ '^[A-Z][A-Z0-9_]+$' AND length(kind) <= 40),
    ADD CONSTRAINT transactions_channel_shape CHECK (channel ~ '^[A-Z][A-Z0-9_]+$' AND length(channel) <= 40),
    ADD CONSTRAINT transactions_account_shape CHECK (octet_length(account_hash) = 32 AND account_hint ~ '^[0-9A-Z]+$' AND length(account_hint) <= 4),
    ADD CONSTRAINT transactions_counterparty_length CHECK (length(counterparty) <= 200);

-- Bookings come from sources only; what was booked is not changed or removed by the application.
CALL iam.protect('crm.transactions');
CREATE POLICY transactions_read ON crm.transactions FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = transactions.customer_id));
CREATE POLICY transactions_insert ON crm.transactions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('customer', 'C')) = 4);
CREATE POLICY transactions_update ON crm.transactions FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('customer', 'C')) = 4);
CREATE POLICY transactions_delete ON crm.transactions FOR DELETE TO simpul_app, simpul_worker USING (false);
