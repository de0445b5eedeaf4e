-- A few rows for every domain that keeps some, so that migrations are tried on tables that are not empty.
-- Run as a superuser: it passes by row-level security, which is not what is tried here.
INSERT INTO iam.branches (branch_code, branch_no, name, city, time_zone, is_active) VALUES ('MDN', 1, 'Medan Utama', 'Medan', 'Asia/Jakarta', true);
INSERT INTO iam.users (user_id, username, password, full_name, kind, status, language, theme)
VALUES ('00000000-0000-7000-8000-00000000a001', 'rm_sample', '!', 'Rina Sampel', 'USER', 'ACTIVE', 'id', 'system'),
       ('00000000-0000-7000-8000-00000000a002', 'agent_sample', '!', 'Adi Sampel', 'USER', 'ACTIVE', 'id', 'system');
INSERT INTO iam.user_roles (user_role_id, user_id, role_id)
SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', role_id FROM iam.roles WHERE role_key = 'RM';
INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'BRANCH', 'MDN');

INSERT INTO crm.customers (customer_id, full_name, birth_date, gender, phone_e164, email, home_branch_code, source_system, source_key)
VALUES ('00000000-0000-7000-8000-00000000c001', 'Budi Santoso Siregar', '1980-04-12', 'M', '+6281234567890', 'budi@contoh.id', 'MDN', 'sample', '1'),
       ('00000000-0000-7000-8000-00000000c002', 'Siti Rahmawati Lubis', '1991-09-30', 'F', NULL, NULL, 'MDN', 'sample', '2');
INSERT INTO crm.customer_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint, is_primary)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'CIF', 'CIF0000001', sha256('CIF0000001'), 'CIF0000001', true);
INSERT INTO crm.retired_identifiers (identifier_id, customer_id, id_type, id_value, id_hash, id_hint, is_primary, created_at, retired_at, retired_by, reason)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'METER_NO', 'MTR0000001', sha256('MTR0000001'), 'MTR0000001', true, now(), now(),
        '00000000-0000-7000-8000-00000000a002', 'Meteran diganti');
INSERT INTO crm.customer_assignments (assignment_id, customer_id, rm_user_id)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.customer_relationships (relationship_id, customer_id, related_customer_id, kind)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000c002', 'FAMILY');
INSERT INTO crm.customer_products (customer_id, product, held, as_of) VALUES ('00000000-0000-7000-8000-00000000c001', 'SAVINGS', true, '2026-01-31');
INSERT INTO crm.customer_facts (customer_id) VALUES ('00000000-0000-7000-8000-00000000c001');
INSERT INTO crm.customer_change_requests (change_request_id, customer_id, changes, replaced, requested_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', '{"email": "baru@contoh.id"}', '{}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.change_request_askers (change_request_id, user_id)
SELECT change_request_id, '00000000-0000-7000-8000-00000000a001' FROM crm.customer_change_requests;
INSERT INTO crm.recent_customers (user_id, customer_id, opened_at)
VALUES ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000c001', now());

INSERT INTO crm.transactions (transaction_id, customer_id, account_hash, account_hint, occurred_at, booked_on, direction, amount, kind, source_system, source_key)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', sha256('0101'), '0101', now(), current_date, 'IN', 250000, 'TRANSFER', 'sample', 't1');
INSERT INTO crm.timeline_events (event_id, customer_id, kind, subject_type, subject_id, occurred_at, branch_code, actor_user_id)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'CustomerEvent', 'CUSTOMER', '1', now(), 'MDN', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.alert_acknowledgements (user_id, customer_id, alert_code)
VALUES ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000c001', 'VIP');
INSERT INTO crm.import_runs (run_id, profile, source_system, targets, source_name, source_sha256, source_bytes, status, rows_read, rows_added, rows_changed,
                             rows_unchanged, rows_rejected, rows_skipped, position, parameters, notes, started_by)
VALUES (gen_random_uuid(), 'sample', 'sample', '[]', 'sample.csv', repeat('0', 64), 1, 'RUNNING', 0, 0, 0, 0, 0, 0, '{}', '{}', '[]', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.customer_import_changes (change_id, customer_id, run_id, field, before, after)
SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', run_id, 'phone_e164', '+62812****678', '+62813****888' FROM crm.import_runs;
INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome)
VALUES ('VIEW_PROFILE', 'CUSTOMER', 'sample', '00000000-0000-7000-8000-00000000a001', 'ALLOWED');
INSERT INTO crm.calendars (calendar_id, key, title, created_by)
VALUES ('00000000-0000-7000-8000-00000000ca01', 'loket', '{"id": "Loket", "en": "Counter"}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.calendar_versions (version_id, calendar_id, number, title, zone, region, weekly, updated_by)
SELECT '00000000-0000-7000-8000-00000000ca02', '00000000-0000-7000-8000-00000000ca01', 1, '{"id": "Loket", "en": "Counter"}', 'Asia/Jakarta', 'ID', jsonb_agg('[]'::jsonb),
       '00000000-0000-7000-8000-00000000a002' FROM generate_series(1, 7);
INSERT INTO crm.calendar_days (version_id, day, kind, name)
VALUES ('00000000-0000-7000-8000-00000000ca02', '2026-08-17', 'HOLIDAY', '{"id": "Hari Kemerdekaan", "en": "Independence Day"}');
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, customer_id, branch_code, data, due_at, run_at, started_at, working_seconds, calendar)
VALUES (gen_random_uuid(), 'sample:1', 'sample.ring', 'CUSTOMER', '1', '00000000-0000-7000-8000-00000000c001', 'MDN', '{"level": 1}', now(), now(), now(), 3600, 'office-wib');
INSERT INTO crm.case_categories (category_code, category_name, name_en, parent_code, position, updated_by)
VALUES ('TRX_QRIS', 'QRIS gagal', 'Failed QRIS payment', 'TRX_FAIL', 1, '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_resolutions (resolution_code, resolution_name, name_en, position, updated_by)
VALUES ('EXPLAINED', 'Dijelaskan', 'Explained', 9, '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_legal_rules (legal_rules_id, key, number, title, source, calendar, verbal_days, written_days, extension_days, effective_from, published_by)
VALUES (gen_random_uuid(), 'sample', 1, '{"id": "Sampel", "en": "Sample"}', '', 'office-wib', 5, 10, 10, '2026-01-01', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.sla_policies (policy_id, key, title, created_by)
VALUES ('00000000-0000-7000-8000-00000000d001', 'sample', '{"id": "Sampel", "en": "Sample"}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.sla_policy_versions (version_id, policy_id, number, content, effective_from, published_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000d001', 1, '{"rules": []}', '2026-01-01', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.cases (case_id, customer_id, branch_code, channel, kind, category_code, priority, sla_due_at, first_response_due_at, policy_version_id, description, created_by)
SELECT '00000000-0000-7000-8000-00000000d101', '00000000-0000-7000-8000-00000000c001', 'MDN', 'BRANCH', 'WRITTEN', 'TRX_QRIS', 'HIGH', now() + interval '2 days',
       now() + interval '4 hours', version_id, 'Pembayaran QRIS gagal, saldo terpotong.', '00000000-0000-7000-8000-00000000a002'
FROM crm.sla_policy_versions JOIN crm.sla_policies USING (policy_id) WHERE key = 'sample';
INSERT INTO crm.case_clock_events (case_id, seq, change, occurred_at, policy_version_id, rule_category, priority, kind, calendars, actor_user_id)
SELECT case_id, 1, 'START', created_at, policy_version_id, category_code, priority, kind, '{"always": 1}', created_by FROM crm.cases;
INSERT INTO crm.case_activities (activity_id, case_id, activity_type, message, actor_user_id)
SELECT gen_random_uuid(), case_id, 'NOTE', 'Diperiksa.', created_by FROM crm.cases;
INSERT INTO crm.case_watchers (case_id, user_id) SELECT case_id, created_by FROM crm.cases;
INSERT INTO crm.case_reminders (reminder_id, case_id, user_id, remind_at, note)
SELECT gen_random_uuid(), case_id, created_by, now() + interval '1 day', 'Hubungi bank tujuan.' FROM crm.cases;
INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, state, ended, entered_at, visit, seq, started_at)
SELECT '00000000-0000-7000-8000-00000000f001', definition_id, version_id, 'CHANGE_REQUEST', 'sample', 'change_request', '00000000-0000-7000-8000-00000000c002', 'MDN',
       'SUBMITTED', false, now(), 1, 1, now() FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) WHERE key = 'customer_change';
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, version_id, actor_user_id, moved_at)
SELECT gen_random_uuid(), item_id, 1, 'START', state, version_id, '00000000-0000-7000-8000-00000000a002', now() FROM crm.workflow_items WHERE subject_id = 'sample';
INSERT INTO iam.settings (key, value, changed_by) VALUES ('search.per_minute', '20', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.configuration_revisions (revision_id, kind, number, changes, reason, changed_by)
VALUES (gen_random_uuid(), 'SETTINGS', 1, '[{"key": "search.per_minute", "before": 10, "after": 20}]', 'sampel', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.notices (notice_id, user_id, kind, subject_type, subject_id, words, sent_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'workflow.guard_failed', 'WORKFLOW', 'customer_change', '{"workflow": "customer_change"}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at)
VALUES ('00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000a002', 2, 'BREAK_GLASS', now(), now() + interval '1 hour');
INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000c001');
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, item_id, data, due_at, run_at)
VALUES (gen_random_uuid(), 'sample:2', 'workflow.state', 'CHANGE_REQUEST', 'sample', '00000000-0000-7000-8000-00000000f001',
        '{"item": "00000000-0000-7000-8000-00000000f001", "visit": 1, "timer": "remind"}', now(), now());
INSERT INTO crm.break_glass_samples (sample_id, source, period_from, period_to, seed, size, population, drawn_by, drawn_at)
VALUES ('00000000-0000-7000-8000-00000000ab01', 'PROFILE_VIEWS', now() - interval '2 days', now() - interval '1 day', 'sampel-1', 1, 1, '00000000-0000-7000-8000-00000000a002', now());
INSERT INTO crm.break_glass_sample_items (sample_item_id, sample_id, position, source_id, customer_id, customer_name, customer_cif, by_user_id, occurred_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000ab01', 1, gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'B*** S*** S***', 'CIF****001',
        '00000000-0000-7000-8000-00000000a001', now() - interval '36 hours');
INSERT INTO crm.break_glass_requests (request_id, requested_by, requester_role, reason_code, reason, ticket, tier, minutes, customer_id, customer_name, customer_cif, status)
VALUES ('00000000-0000-7000-8000-00000000ab02', '00000000-0000-7000-8000-00000000a001', 'COMPLIANCE', 'FRAUD', 'Dugaan transfer tanpa izin nasabah', 'KASUS-1', 1, 30,
        '00000000-0000-7000-8000-00000000c001', 'B*** S*** S***', 'CIF****001', 'REQUESTED');
UPDATE crm.break_glass_requests SET status = 'ACTIVE', decided_by = '00000000-0000-7000-8000-00000000a002', decided_at = now(), starts_at = now(), ends_at = now() + interval '30 minutes';
INSERT INTO crm.break_glass_reviews (review_id, request_id, verdict, note, reviewed_by, reviewed_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000ab02', 'FINE', 'Sesuai tiket', '00000000-0000-7000-8000-00000000a002', now());
INSERT INTO crm.suspicion_alerts (alert_id, rule_key, user_id, window_start, window_end, figures)
VALUES ('00000000-0000-7000-8000-00000000e001', 'BULK_REVEAL', '00000000-0000-7000-8000-00000000a001', '2026-01-30', '2026-01-31', '{"peak": 12, "bar": 12, "rows": 1}');
INSERT INTO crm.suspicion_alert_rows (alert_id, audit_id, created_at)
VALUES ('00000000-0000-7000-8000-00000000e001', gen_random_uuid(), '2026-01-30 05:00:00+00');
INSERT INTO crm.suspicion_watch (watch_id, watched_until) VALUES (1, '2026-01-30 05:00:00+00');
INSERT INTO crm.audit_filters (filter_id, owner_user_id, name, conditions)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'Sampel', '{"outcome": "DENIED"}');
INSERT INTO crm.documents (document_id, subject_type, subject_id, resource, customer_id, kind, title, tier, retention, content_hash, uploaded_by, uploaded_at, keep_until)
VALUES ('00000000-0000-7000-8000-00000000d0c1', 'CUSTOMER', '00000000-0000-7000-8000-00000000c001', 'customer', '00000000-0000-7000-8000-00000000c001', 'LETTER',
        'Surat kuasa', 1, 'SERVICE', sha256('sampel'), '00000000-0000-7000-8000-00000000a001', now(), '2031-01-30');
INSERT INTO crm.document_versions (version_id, document_id, number, file_name, media_type, size, address, sealed_key, scan_state, stored_by, stored_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000d0c1', 1, 'Surat kuasa.pdf', 'application/pdf', 1000, repeat('ab', 32), 'k1.sampel', 'CLEAN',
        '00000000-0000-7000-8000-00000000a001', now());
INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, sealed, queued_at, created_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'MDN', 'WHATSAPP', 'SERVICE', 'CASE', '00000000-0000-7000-8000-00000000d101', 'case', 1, 'k1.sampel', now(),
        '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_extensions (extension_id, case_id, reason_code, note, proof_document_id, requested_by, requested_at)
SELECT gen_random_uuid(), case_id, 'RESEARCH', 'Perlu penelitian dokumen.', document_id, created_by, now() FROM crm.cases CROSS JOIN LATERAL (SELECT document_id FROM crm.documents LIMIT 1) d;
INSERT INTO crm.case_intake (incoming_id, channel, reasons, sealed, received_at, received_by)
VALUES (gen_random_uuid(), 'EMAIL', '{UNKNOWN_CUSTOMER,NO_CATEGORY}', 'k1.sampel', now(), '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_replies (reply_id, title, body, shared, owner_user_id)
VALUES (gen_random_uuid(), 'Salam', 'Yth. {{customer.name}}', true, '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_views (view_id, user_id, name, filters, branch_codes)
VALUES ('00000000-0000-7000-8000-00000000d1f1', '00000000-0000-7000-8000-00000000a001', 'Terlambat', '{"overdue": true}', '{MDN}');
INSERT INTO crm.case_view_marks (user_id, view_id, pinned, is_default)
VALUES ('00000000-0000-7000-8000-00000000a002', '00000000-0000-7000-8000-00000000d1f1', true, true);
