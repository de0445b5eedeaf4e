-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.tasks (task_id, customer_id, branch_code, title, notes, due_on, owner_user_id, created_by)
VALUES ('00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000c001', 'MDN', 'Hubungi nasabah', 'Sore hari.', CURRENT_DATE,
        '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.tasks (task_id, customer_id, branch_code, title, due_on, owner_user_id, status, skip_reason, finished_at, finished_by, created_by)
VALUES ('00000000-0000-7000-8000-00000000e002', '00000000-0000-7000-8000-00000000c001', 'MDN', 'Kirim dokumen', CURRENT_DATE - 3,
        '00000000-0000-7000-8000-00000000a001', 'SKIPPED', 'Nasabah datang sendiri.', now(), '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002');
-- scaffold: leave out
INSERT INTO crm.rm_activities (rm_activity_id, customer_id, branch_code, rm_user_id, activity_type, note, outcome,
                               next_step, next_on, next_task_id, subject_type, happened_at, created_at, withdrawn_at, version)
VALUES ('00000000-0000-7000-8000-00000000e011', '00000000-0000-7000-8000-00000000c001', 'MDN', '00000000-0000-7000-8000-00000000a001', 'CALL',
        'Nasabah menanyakan deposito.', 'INTERESTED', 'Hubungi nasabah', CURRENT_DATE, '00000000-0000-7000-8000-00000000e001', '', now(), now(), NULL, 1),
       ('00000000-0000-7000-8000-00000000e012', '00000000-0000-7000-8000-00000000c001', 'MDN', '00000000-0000-7000-8000-00000000a001', 'NOTE',
        'Salah nasabah.', '', '', NULL, NULL, '', now(), now(), now(), 2);
INSERT INTO crm.calendar_feeds (calendar_feed_id, user_id, label, key_digest, created_at)
VALUES ('00000000-0000-7000-8000-00000000e021', '00000000-0000-7000-8000-00000000a001', 'Ponsel', repeat('0', 64), now());
-- scaffold: end
