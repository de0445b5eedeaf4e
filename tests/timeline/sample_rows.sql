-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.timeline_events (event_id, customer_id, kind, subject_type, subject_id, occurred_at, branch_code, actor_user_id)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c000', 'CustomerEvent', 'CUSTOMER', '1', now(), 'MDN', '00000000-0000-7000-8000-00000000a002');
