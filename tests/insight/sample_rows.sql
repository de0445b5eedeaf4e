-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.dashboard_figures (measure, day, branch_code, key, user_id, numerator, denominator, customers)
VALUES ('sla_compliance', CURRENT_DATE, 'MDN', '', '00000000-0000-0000-0000-000000000000', 4, 5, ARRAY[1, 2, 3, 4, 5]::bigint[]);
INSERT INTO crm.dashboard_runs (measure, first_day, computed_at, seconds) VALUES ('sla_compliance', CURRENT_DATE, now(), 0.2);
INSERT INTO crm.dashboard_schedules (schedule_id, dashboard, branch_code, preset, frequency, hour, recipients, next_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000bd01', 'service', 'MDN', 'last_7', 'WEEKLY', 7, ARRAY['00000000-0000-7000-8000-00000000a001']::uuid[], now(),
        '00000000-0000-7000-8000-00000000a001');
