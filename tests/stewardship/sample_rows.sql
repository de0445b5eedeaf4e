-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.rights_requests (request_id, customer_id, branch_code, kind, details, received_by, received_at, due_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000ab01', '00000000-0000-7000-8000-00000000c001', 'MDN', 'ACCESS', 'Meminta salinan datanya.', 'BRANCH', '2026-11-20T02:00:00Z',
        '2026-11-23T02:00:00Z', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.rights_requests (request_id, customer_id, branch_code, kind, received_by, received_at, due_at, verification_method, owner_user_id, status, outcome, handled_by,
    handled_at, closed_at, closed_by, created_by)
VALUES ('00000000-0000-7000-8000-00000000ab02', '00000000-0000-7000-8000-00000000c001', 'MDN', 'OBJECTION', 'LETTER', '2026-11-20T02:00:00Z', '2026-11-23T02:00:00Z', 'IN_PERSON',
        '00000000-0000-7000-8000-00000000a001', 'DONE', 'Keberatan dicatat.', '00000000-0000-7000-8000-00000000a001', '2026-11-20T04:00:00Z', '2026-11-20T04:00:00Z',
        '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.processing_limits (limit_id, customer_id, branch_code, kind, request_id, started_at, started_by)
VALUES ('00000000-0000-7000-8000-00000000ab03', '00000000-0000-7000-8000-00000000c001', 'MDN', 'OBJECTION', '00000000-0000-7000-8000-00000000ab02', '2026-11-20T04:00:00Z',
        '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.legal_holds (hold_id, customer_id, branch_code, reason, placed_by, placed_at)
VALUES ('00000000-0000-7000-8000-00000000ab04', '00000000-0000-7000-8000-00000000c001', 'MDN', 'Perkara nomor 12/2026.', '00000000-0000-7000-8000-00000000a002', '2026-11-20T04:00:00Z');
INSERT INTO crm.rights_packs (request_id, status) VALUES ('00000000-0000-7000-8000-00000000ab01', 'PENDING');
INSERT INTO crm.data_breaches (breach_id, title, description, data_kinds, discovered_at, due_at, began_at, ended_at, branch_code, created_by)
VALUES ('00000000-0000-7000-8000-00000000ab05', 'Berkas terkirim keliru', 'Berkas terkirim ke alamat yang salah.', ARRAY['CONTACT'], '2026-11-20T02:00:00Z', '2026-11-23T02:00:00Z',
        '2026-11-19T02:00:00Z', '2026-11-19T08:00:00Z', 'MDN', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.impact_assessments (assessment_id, kind, title, purpose, data_used, risk, measures, review_on, status, decided_by, decided_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000ab06', 'MATCHING', 'Pencocokan duplikat', 'Menemukan duplikat.', 'Nama dan tanggal lahir.', 'Salah gabung.', 'Ditinjau orang.', '2027-11-20', 'APPROVED',
        '00000000-0000-7000-8000-00000000a001', '2026-11-20T02:00:00Z', '00000000-0000-7000-8000-00000000a002');
