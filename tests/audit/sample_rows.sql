-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO audit.audit_logs (action, object_type, object_id, actor_user_id, outcome)
VALUES ('VIEW_PROFILE', 'CUSTOMER', 'sample', '00000000-0000-7000-8000-00000000a001', 'ALLOWED');
