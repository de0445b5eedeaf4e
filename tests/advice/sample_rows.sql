-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.alert_acknowledgements (user_id, customer_id, alert_code)
VALUES ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000c001', 'VIP');
INSERT INTO crm.nba_recommendations (nba_id, customer_id, branch_code, rule_code, action_type, title, reason_text, priority, rank, facts, since,
                                     decision, decided_by, decided_at, created_at)
VALUES ('00000000-0000-7000-8000-00000000fb01', '00000000-0000-7000-8000-00000000c001', 'MDN', 'OFFER_READY', 'OFFER_PRODUCT', 'Tawarkan produk',
        'Nasabah menyetujui pemasaran.', 'MEDIUM', 30, '{}', now(), 'REJECTED', '00000000-0000-7000-8000-00000000a001', now(), now());
INSERT INTO crm.nba_standing (day, branch_code, rule_code, customers) VALUES (CURRENT_DATE, 'MDN', 'OFFER_READY', 1);
