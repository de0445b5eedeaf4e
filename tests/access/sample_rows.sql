-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.break_glass_samples (sample_id, source, period_from, period_to, seed, size, population, drawn_by, drawn_at)
VALUES ('00000000-0000-7000-8000-00000000ab01', 'PROFILE_VIEWS', now() - interval '2 days', now() - interval '1 day', 'sampel-1', 1, 1, '00000000-0000-7000-8000-00000000a002', now());
INSERT INTO crm.break_glass_sample_items (sample_item_id, sample_id, position, source_id, customer_id, customer_name, customer_cif, by_user_id, occurred_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000ab01', 1, gen_random_uuid(), '00000000-0000-7000-8000-00000000c000', 'B*** S*** S***', 'CIF****001',
        '00000000-0000-7000-8000-00000000a001', now() - interval '36 hours');
INSERT INTO crm.break_glass_requests (request_id, requested_by, requester_role, reason_code, reason, ticket, tier, minutes, customer_id, customer_name, customer_cif, status)
VALUES ('00000000-0000-7000-8000-00000000ab02', '00000000-0000-7000-8000-00000000a001', 'COMPLIANCE', 'FRAUD', 'Dugaan transfer tanpa izin nasabah', 'KASUS-1', 1, 30,
        '00000000-0000-7000-8000-00000000c000', 'B*** S*** S***', 'CIF****001', 'REQUESTED');
UPDATE crm.break_glass_requests SET status = 'ACTIVE', decided_by = '00000000-0000-7000-8000-00000000a002', decided_at = now(), starts_at = now(), ends_at = now() + interval '30 minutes';
INSERT INTO crm.break_glass_reviews (review_id, request_id, verdict, note, reviewed_by, reviewed_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000ab02', 'FINE', 'Sesuai tiket', '00000000-0000-7000-8000-00000000a002', now());
