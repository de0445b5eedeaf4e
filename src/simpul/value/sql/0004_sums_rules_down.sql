DROP VIEW crm.segment_transactions;
DROP FUNCTION crm.transactions_until(timestamptz);
REVOKE SELECT ON crm.transactions FROM simpul_search;
ALTER TABLE crm.transaction_sums DROP CONSTRAINT transaction_sums_customer_known;
