-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on, direction, amount, kind, source_system, source_key)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', sha256('0101'), '0101', now(), current_date, 'IN', 250000, 'TRANSFER', 'sample', 't1');
INSERT INTO crm.transaction_sums (customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at, counted_at)
VALUES ('00000000-0000-7000-8000-00000000c001', 1, 1, 1, 250000, 0, now(), now());
