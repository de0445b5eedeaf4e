-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.consent_verifications (verification_id, customer_id, method, started_by, started_at, expires_at, verified_at)
VALUES ('00000000-0000-7000-8000-00000000f001', '00000000-0000-7000-8000-00000000c001', 'IN_PERSON', '00000000-0000-7000-8000-00000000a001',
        now() - interval '2 minutes', now() + interval '10 minutes', now() - interval '2 minutes');
INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method, verification_id, notes)
VALUES ('00000000-0000-7000-8000-00000000f002', '00000000-0000-7000-8000-00000000c001', 'MDN', 'MARKETING', 'WITHDRAWN', now() - interval '1 minute', 'BRANCH',
        '00000000-0000-7000-8000-00000000a001', 'IN_PERSON', '00000000-0000-7000-8000-00000000f001', 'Terlalu banyak pesan.');
INSERT INTO crm.consent_requests (request_id, customer_id, branch_code, consent_type, wording_id, captured_channel, verification_id, requested_by, requested_at)
SELECT '00000000-0000-7000-8000-00000000f003', '00000000-0000-7000-8000-00000000c001', 'MDN', 'PROFILING', w.wording_id, 'BRANCH', '00000000-0000-7000-8000-00000000f001',
       '00000000-0000-7000-8000-00000000a001', now() FROM crm.consent_wordings w WHERE w.purpose_key = 'PROFILING' AND w.number = 1;
