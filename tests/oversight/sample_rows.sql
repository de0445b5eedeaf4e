-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.suspicion_alerts (alert_id, rule_key, user_id, window_start, window_end, figures)
VALUES ('00000000-0000-7000-8000-00000000e001', 'BULK_REVEAL', '00000000-0000-7000-8000-00000000a001', '2026-01-30', '2026-01-31', '{"peak": 12, "bar": 12, "rows": 1}');
INSERT INTO crm.suspicion_alert_rows (alert_id, audit_id, created_at)
VALUES ('00000000-0000-7000-8000-00000000e001', gen_random_uuid(), '2026-01-30 05:00:00+00');
INSERT INTO crm.suspicion_watch (watch_id, watched_until) VALUES (1, '2026-01-30 05:00:00+00');
INSERT INTO crm.audit_filters (filter_id, owner_user_id, name, conditions)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'Sampel', '{"outcome": "DENIED"}');
