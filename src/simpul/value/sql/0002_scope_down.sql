DROP POLICY transactions_read ON crm.transactions;
DROP POLICY transactions_insert ON crm.transactions;
DROP POLICY transactions_update ON crm.transactions;
DROP POLICY transactions_delete ON crm.transactions;
ALTER TABLE crm.transactions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.transactions DISABLE ROW LEVEL SECURITY;
ALTER TABLE crm.transactions
    DROP CONSTRAINT transactions_customer_known,
    DROP CONSTRAINT transactions_currency_shape,
    DROP CONSTRAINT transactions_kind_shape,
    DROP CONSTRAINT transactions_channel_shape,
    DROP CONSTRAINT transactions_account_shape,
    DROP CONSTRAINT transactions_counterparty_length;
