-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.calendars (calendar_id, key, title, created_by)
VALUES ('00000000-0000-7000-8000-00000000ca01', 'loket', '{"id": "Loket", "en": "Counter"}', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.calendar_versions (version_id, calendar_id, number, title, zone, region, weekly, updated_by)
SELECT '00000000-0000-7000-8000-00000000ca02', '00000000-0000-7000-8000-00000000ca01', 1, '{"id": "Loket", "en": "Counter"}', 'Asia/Jakarta', 'ID', jsonb_agg('[]'::jsonb),
       '00000000-0000-7000-8000-00000000a002' FROM generate_series(1, 7);
INSERT INTO crm.calendar_days (version_id, day, kind, name)
VALUES ('00000000-0000-7000-8000-00000000ca02', '2026-08-17', 'HOLIDAY', '{"id": "Hari Kemerdekaan", "en": "Independence Day"}');
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, customer_id, branch_code, data, due_at, run_at, started_at, working_seconds, calendar)
VALUES (gen_random_uuid(), 'sample:1', 'sample.ring', 'CUSTOMER', '1', '00000000-0000-7000-8000-00000000c000', 'MDN', '{"level": 1}', now(), now(), now(), 3600, 'office-wib');
INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, state, ended, entered_at, visit, seq, started_at)
SELECT '00000000-0000-7000-8000-00000000f001', definition_id, version_id, 'CHANGE_REQUEST', 'sample', 'change_request', '00000000-0000-7000-8000-00000000c000', 'MDN',
       'SUBMITTED', false, now(), 1, 1, now() FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) WHERE key = 'customer_change';
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, version_id, actor_user_id, moved_at)
SELECT gen_random_uuid(), item_id, 1, 'START', state, version_id, '00000000-0000-7000-8000-00000000a002', now() FROM crm.workflow_items WHERE subject_id = 'sample';
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, item_id, data, due_at, run_at)
VALUES (gen_random_uuid(), 'sample:2', 'workflow.state', 'CHANGE_REQUEST', 'sample', '00000000-0000-7000-8000-00000000f001',
        '{"item": "00000000-0000-7000-8000-00000000f001", "visit": 1, "timer": "remind"}', now(), now());
INSERT INTO crm.workflow_migrations (migration_id, definition_id, from_version_id, to_version_id, mapping, reason, total, requested_by)
SELECT gen_random_uuid(), i.definition_id, i.version_id, v.version_id, '{}', 'sampel', 1, '00000000-0000-7000-8000-00000000a002'
FROM crm.workflow_items i JOIN crm.workflow_versions v ON v.version_id <> i.version_id WHERE i.subject_id = 'sample' LIMIT 1;
