-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.case_categories (category_code, category_name, name_en, parent_code, position, updated_by)
VALUES ('TRX_QRIS', 'QRIS gagal', 'Failed QRIS payment', 'TRX_FAIL', 1, '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.case_products (product_code, product_name, name_en, position, updated_by)
VALUES ('SAFE_BOX', 'Kotak simpanan', 'Safe deposit box', 9, '00000000-0000-7000-8000-00000000a002');
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
