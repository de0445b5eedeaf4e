-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on, direction, amount, kind, source_system, source_key)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', sha256('0101'), '0101', now(), current_date, 'IN', 250000, 'TRANSFER', 'sample', 't1');
INSERT INTO crm.transaction_sums (customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at, counted_at)
VALUES ('00000000-0000-7000-8000-00000000c001', 1, 1, 1, 250000, 0, now(), now());
INSERT INTO crm.rfm_scores (rfm_id, customer_id, recency_score, recency_days, frequency_score, frequency_count, monetary_score, monetary_value, segment, clv_proxy, rule, method,
                            thresholds_version, calculated_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 5, 0, 1, 1, 1, 250000, 'POTENTIAL', 'GROWING', 3, 'THRESHOLDS', 1, now());
INSERT INTO crm.rfm_history (customer_id, month, segment, total_score, thresholds_version)
VALUES ('00000000-0000-7000-8000-00000000c001', '2026-10-01', 'POTENTIAL', 7, 1);
INSERT INTO crm.rfm_thresholds (version, recency_days, frequency_count, monetary_value, note, created_by)
VALUES (2, '[7, 30, 90, 180]', '[40, 20, 10, 5]', '[100000000, 50000000, 20000000, 5000000]', 'Contoh', '00000000-0000-7000-8000-000000000001');
