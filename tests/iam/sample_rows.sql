-- Rows for the migrations to go over; those of lower layers are there already.
-- Run as a superuser: it passes by row-level security, which is not what is tried here.
INSERT INTO iam.branches (branch_code, branch_no, name, city, time_zone, is_active) VALUES ('MDN', 1, 'Medan Utama', 'Medan', 'Asia/Jakarta', true);
INSERT INTO iam.users (user_id, username, password, full_name, kind, status, language, theme)
VALUES ('00000000-0000-7000-8000-00000000a001', 'rm_sample', '!', 'Rina Sampel', 'USER', 'ACTIVE', 'id', 'system'),
       ('00000000-0000-7000-8000-00000000a002', 'agent_sample', '!', 'Adi Sampel', 'USER', 'ACTIVE', 'id', 'system');
INSERT INTO iam.user_roles (user_role_id, user_id, role_id)
SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', role_id FROM iam.roles WHERE role_key = 'RM';
INSERT INTO iam.user_branch_scopes (scope_id, user_id, scope_type, branch_code)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'BRANCH', 'MDN');
INSERT INTO iam.settings (key, value, changed_by) VALUES ('search.per_minute', '20', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.configuration_revisions (revision_id, kind, number, changes, reason, changed_by)
VALUES (gen_random_uuid(), 'SETTINGS', 1, '[{"key": "search.per_minute", "before": 10, "after": 20}]', 'sampel', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.elevations (elevation_id, user_id, tier, reason_type, starts_at, ends_at)
VALUES ('00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000a002', 2, 'BREAK_GLASS', now(), now() + interval '1 hour');
-- Customers come from a higher layer; where one belongs is kept here.
INSERT INTO iam.customer_reach (customer_id, branch_code) VALUES ('00000000-0000-7000-8000-00000000c000', 'MDN');
INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000c000');
INSERT INTO iam.units (unit_code, name) VALUES ('KARTU', 'Unit Kartu');
INSERT INTO iam.unit_branches (unit_branch_id, unit_code, branch_code) VALUES (gen_random_uuid(), 'KARTU', 'MDN');
INSERT INTO iam.unit_settings (unit_setting_id, unit_code, key, value, changed_by) VALUES (gen_random_uuid(), 'KARTU', 'search.per_minute', '5', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'case', 'X', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.absences (absence_id, user_id, kind, first_day, last_day, created_by) VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'LEAVE', '2026-03-02', '2026-03-06', '00000000-0000-7000-8000-00000000a001');
INSERT INTO iam.external_identities (identity_id, user_id, provider, subject) VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'kantor', 'rina');
INSERT INTO iam.password_links (password_link_id, user_id, digest, created_by, expires_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', repeat('0', 64), '00000000-0000-7000-8000-00000000a002', now() + interval '1 day');
INSERT INTO iam.sign_in_failures (subject, kind, failures, last_at) VALUES (repeat('0', 64), 'NAME', 2, now());
INSERT INTO iam.users (user_id, username, password, full_name, kind, status, language, theme)
VALUES ('00000000-0000-7000-8000-00000000a003', 'program_sample', '!', 'Saluran web', 'SERVICE', 'ACTIVE', 'id', 'system');
INSERT INTO iam.service_accounts (user_id, purpose, created_by) VALUES ('00000000-0000-7000-8000-00000000a003', 'Meneruskan aduan dari situs.', '00000000-0000-7000-8000-00000000a002');
INSERT INTO iam.service_keys (key_id, account_id, name, prefix, digest, operations, per_minute, created_by, expires_at)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a003', 'Kunci utama', 'sampel', sha256('sampel'), '{customers_search}', 60, '00000000-0000-7000-8000-00000000a002', now() + interval '1 day');
INSERT INTO iam.list_views (view_id, user_id, list_key, resource, name, filters, branch_codes)
VALUES ('00000000-0000-7000-8000-00000000b001', '00000000-0000-7000-8000-00000000a001', 'leads', 'lead', 'Prospek baru', '{"status": "NEW"}', '{}');
INSERT INTO iam.list_view_marks (user_id, view_id, list_key, pinned)
VALUES ('00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000b001', 'leads', true);
INSERT INTO iam.applied_changes (change_id, kind, proposed_by, decided_by, by_codes)
VALUES (gen_random_uuid(), 'users_set_roles', '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002', false);
INSERT INTO iam.former_passwords (former_password_id, user_id, password)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a001', 'argon2$argon2id$v=19$m=64,t=1,p=1$c2FtcGVs$c2FtcGVs');
INSERT INTO iam.known_browsers (user_id, digest) VALUES ('00000000-0000-7000-8000-00000000a001', repeat('0', 32));
INSERT INTO iam.role_conflicts (role_conflict_id, first_role, second_role, reason, created_by)
VALUES ('00000000-0000-7000-8000-00000000d001', 'AGENT', 'MARKETING', 'Siapa yang melayani tidak menyusun kampanye.', '00000000-0000-7000-8000-00000000a001');
INSERT INTO iam.role_exceptions (role_exception_id, user_id, role_conflict_id, reason, until_on, created_by, approved_by)
VALUES (gen_random_uuid(), '00000000-0000-7000-8000-00000000a002', '00000000-0000-7000-8000-00000000d001', 'Cabang kecil, menunggu pengganti.', current_date + 30, '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a003');
INSERT INTO iam.former_rights (source, row_id, state, during)
VALUES ('users', '00000000-0000-7000-8000-00000000a002', '{"user_id": "00000000-0000-7000-8000-00000000a002", "kind": "USER", "status": "SUSPENDED"}', '[2026-01-02, 2026-01-03)');
INSERT INTO iam.former_customer_reach (customer_id, branch_code, during) VALUES ('00000000-0000-7000-8000-00000000c000', 'MDN', '[2026-01-02, 2026-01-03)');
INSERT INTO iam.system_proof_keys (inner_block, outer_block)
VALUES (sha512('dalam'), sha512('luar')) ON CONFLICT (is_only) DO NOTHING;
