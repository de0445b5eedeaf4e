-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.rights_requests (request_id, customer_id, branch_code, kind, details, received_by, received_at, due_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000ab01', '00000000-0000-7000-8000-00000000c001', 'MDN', 'ACCESS', 'Meminta salinan datanya.', 'BRANCH', '2026-11-20T02:00:00Z',
        '2026-11-23T02:00:00Z', '00000000-0000-7000-8000-00000000a001');
