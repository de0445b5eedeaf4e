-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.notices (notice_id, user_id, kind, subject_type, subject_id, words, sent_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'workflow.guard_failed', 'WORKFLOW', 'customer_change', '{"workflow": "customer_change"}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, sealed, queued_at, created_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'MDN', 'WHATSAPP', 'SERVICE', 'CASE', '00000000-0000-7000-8000-00000000d101', 'case', 1, 'k1.sampel', now(),
        '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.message_providers (provider_key, name, channel, adapter, settings, updated_by)
VALUES ('sampel', 'Server surat', 'EMAIL', 'SMTP', '{"host": "127.0.0.1", "port": 2525}', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.suppressed_addresses (suppression_id, channel, address_hash, hint, reason, customer_id, added_by)
VALUES ('00000000-0000-7000-8000-00000000f101', 'EMAIL', '\x01', '', 'BOUNCE', '00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.contact_preferences (customer_id, channel, is_wanted, updated_at, updated_by)
VALUES ('00000000-0000-7000-8000-00000000c001', 'SMS', false, now(), '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.provider_receipts (provider_key, dedupe_hash, kind, occurred_at, detail) VALUES ('sampel', '\x02', 'DELIVERED', now(), '{}');
INSERT INTO crm.push_subscriptions (subscription_id, customer_id, kind, sealed, address_hash, created_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'FCM', 'k1.sampel', '\x01', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.in_app_reports (message_id, event, occurred_at) SELECT message_id, 'SHOWN', now() FROM crm.outbound_messages LIMIT 1;
INSERT INTO crm.message_templates (template_id, template_key, name, channel, purpose, created_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000f101', 'sampel', 'Templat sampel', 'SMS', 'SERVICE', now(), '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.message_template_versions (version_id, template_id, language, number, content, content_hash, author_id, writers, edited_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000f101', 'id', 1, '{"channel": "SMS", "body": "Halo."}', repeat('0', 64), '00000000-0000-7000-8000-00000000a001',
        ARRAY['00000000-0000-7000-8000-00000000a001']::uuid[], now());
INSERT INTO crm.message_holds (subject_type, subject_id, is_final, held_at) VALUES ('CUSTOMER', '00000000-0000-7000-8000-00000000c001', false, now());
INSERT INTO crm.staff_mails (mail_id, user_id, subject_type, subject_id, sealed, not_before, queued_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'DASHBOARD', 'service', 'k1.sampel', now(), now());
INSERT INTO crm.notice_mail_choices (user_id, kind) VALUES ('00000000-0000-7000-8000-00000000a001', '*');
