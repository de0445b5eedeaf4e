-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.proposals (proposal_id, kind, resource, act, path, body, changes, reason, proposed_by, expires_at, status)
VALUES ('00000000-0000-7000-8000-00000000ca01', 'users_set_roles', 'configuration', 'M', '{"user_id": "00000000-0000-7000-8000-00000000a001"}', '{"version": 1, "roles": []}',
        '[]', 'sampel', '00000000-0000-7000-8000-00000000a001', now() + interval '72 hours', 'PROPOSED');
INSERT INTO crm.control_codes (code_id, position, digest) VALUES (gen_random_uuid(), 1, repeat('0', 64));
INSERT INTO crm.recertifications (recertification_id, opened_at, opened_by, due_at)
VALUES ('00000000-0000-7000-8000-00000000ca03', now(), '00000000-0000-7000-8000-00000000a001', now() + interval '14 days');
INSERT INTO crm.recertification_items (item_id, recertification_id, user_id, kind, ref)
VALUES ('00000000-0000-7000-8000-00000000ca04', '00000000-0000-7000-8000-00000000ca03', '00000000-0000-7000-8000-00000000a001', 'ROLE', 'AGENT');
