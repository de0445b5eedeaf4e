-- Rows for the migrations to go over. Users come from a higher layer, but the system's own is shipped with the schema.
INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome)
SELECT 'VIEW_PROFILE', 'CUSTOMER', 'sample', user_id, 'ALLOWED' FROM iam.users WHERE kind = 'SYSTEM';
INSERT INTO crm.trail_shipping (target, seal_number, rows_shipped, shipped_at) VALUES ('log.bank.example:6514', 0, 0, NULL);
INSERT INTO crm.trail_shipping (target, batch_seal, failed_at, failure) VALUES ('s3.bank.example/jejak-audit/simpul', 1, now(), 'NO_LOCK');
