-- Rows for the migrations to go over; those of lower layers are there already.
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
INSERT INTO crm.customer_import_changes (change_id, customer_id, run_id, field, before, after)
SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', run_id, 'phone_e164', '+62812****678', '+62813****888' FROM crm.import_runs;
INSERT INTO crm.customer_addresses (address_id, customer_id, street, city) VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000c001', 'Jalan Sampel 1', 'Medan');
