-- Rows for the migrations to go over; those of lower layers are there already.
BEGIN;
INSERT INTO crm.segments (segment_id, name, kind, current_version, refresh, created_by, updated_by)
VALUES ('00000000-0000-7000-8000-00000000ac01', 'Nasabah VIP', 'RULE', 1, 'DAILY', '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.segment_versions (segment_version_id, segment_id, number, rule_json, field_keys, created_by)
VALUES ('00000000-0000-7000-8000-00000000ac02', '00000000-0000-7000-8000-00000000ac01', 1, '{"field": "is_vip", "op": "eq", "value": true}', ARRAY['is_vip'],
        '00000000-0000-7000-8000-00000000a001');
COMMIT;
INSERT INTO crm.segment_members (segment_id, customer_id, added_by)
VALUES ('00000000-0000-7000-8000-00000000ac01', '00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.segment_refreshes (refresh_id, segment_id, segment_version_id, at, members, entered, "left")
VALUES ('00000000-0000-7000-8000-00000000ac03', '00000000-0000-7000-8000-00000000ac01', '00000000-0000-7000-8000-00000000ac02', '2026-11-20T02:00:00Z', 1, 1, 0);
INSERT INTO crm.segment_changes (refresh_id, customer_id, kind)
VALUES ('00000000-0000-7000-8000-00000000ac03', '00000000-0000-7000-8000-00000000c001', 'ENTERED');
