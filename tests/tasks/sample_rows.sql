-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.tasks (task_id, customer_id, branch_code, title, notes, due_on, owner_user_id, created_by)
VALUES ('00000000-0000-7000-8000-00000000e001', '00000000-0000-7000-8000-00000000c001', 'MDN', 'Hubungi nasabah', 'Sore hari.', CURRENT_DATE,
        '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.tasks (task_id, customer_id, branch_code, title, due_on, owner_user_id, status, skip_reason, finished_at, finished_by, created_by)
VALUES ('00000000-0000-7000-8000-00000000e002', '00000000-0000-7000-8000-00000000c001', 'MDN', 'Kirim dokumen', CURRENT_DATE - 3,
        '00000000-0000-7000-8000-00000000a001', 'SKIPPED', 'Nasabah datang sendiri.', now(), '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002');
