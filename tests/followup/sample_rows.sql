-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.followup_agents (agent_id, user_id, number, capacity)
VALUES ('00000000-0000-7000-8000-00000000f301', '00000000-0000-7000-8000-00000000a001', 1, 20),
       ('00000000-0000-7000-8000-00000000f302', '00000000-0000-7000-8000-00000000a002', 2, 0);
INSERT INTO crm.followup_days_off (day_off_id, agent_id, first_day, last_day, kind, reason, created_by)
VALUES ('00000000-0000-7000-8000-00000000f311', '00000000-0000-7000-8000-00000000f301', CURRENT_DATE, CURRENT_DATE + 2,
        'LEAVE', 'Cuti', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.followup_members (customer_id, branch_code, source, entered_at)
VALUES ('00000000-0000-7000-8000-00000000c001', 'MDN', 'API', now() - interval '2 days');
INSERT INTO crm.followup_assignments (customer_id, step, branch_code, agent_id, number, status, reason, started_at, window_started_at,
                                      window_ends_at, ended_at, ended_reason, skipped, decided_at, run_id)
VALUES ('00000000-0000-7000-8000-00000000c001', 1, 'MDN', '00000000-0000-7000-8000-00000000f302', 2, 'ROTATED',
        'DEALT', now() - interval '2 days', now() - interval '2 days', now(), now(), 'NOT_FOLLOWED_UP', '{}', now() - interval '2 days',
        '00000000-0000-7000-8000-00000000f331');
INSERT INTO crm.followup_assignments (customer_id, step, branch_code, agent_id, number, status, reason, started_at, window_started_at,
                                      window_ends_at, from_number, skipped, decided_at, run_id)
VALUES ('00000000-0000-7000-8000-00000000c001', 2, 'MDN', '00000000-0000-7000-8000-00000000f301', 1, 'ACTIVE',
        'NOT_FOLLOWED_UP', now(), now(), now() + interval '2 days', 2, '{3:LEAVE}', now(), '00000000-0000-7000-8000-00000000f331');
INSERT INTO crm.followup_entries (entry_id, customer_id, kind, source, requested_by)
VALUES ('00000000-0000-7000-8000-00000000f341', '00000000-0000-7000-8000-00000000c001', 'ENTER', 'API', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.followup_runs (run_id, kind, ran_at, took_ms, due, rotated, stayed, pending, deposits, dealt, returned, waiting, departed, last_number, counts)
VALUES ('00000000-0000-7000-8000-00000000f331', 'DAILY', now(), 12, 1, 1, 0, 0, 0, 0, 0, 0, 0, 2, '{"reasons": {}, "agents": {}}');
INSERT INTO crm.followup_warnings (customer_id, window_ends_at)
SELECT customer_id, window_ends_at FROM crm.followup_assignments WHERE number = 1;
