-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.documents (document_id, subject_type, subject_id, resource, customer_id, kind, title, tier, retention, content_hash, uploaded_by, uploaded_at, keep_until)
VALUES ('00000000-0000-7000-8000-00000000d0c1', 'CUSTOMER', '00000000-0000-7000-8000-00000000c000', 'customer', '00000000-0000-7000-8000-00000000c000', 'LETTER',
        'Surat kuasa', 1, 'SERVICE', sha256('sampel'), '00000000-0000-7000-8000-00000000a001', now(), '2031-01-30');
INSERT INTO crm.document_versions (version_id, document_id, number, file_name, media_type, size, address, sealed_key, scan_state, stored_by, stored_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000d0c1', 1, 'Surat kuasa.pdf', 'application/pdf', 1000, repeat('ab', 32), 'k1.sampel', 'CLEAN',
        '00000000-0000-7000-8000-00000000a001', now());
