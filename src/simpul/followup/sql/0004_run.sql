-- The run: the one place that decides who has whom. It takes neither a member nor an agent; all of it follows from what is stored.
-- One pass in memory over what is due, in the order of window ends, because each move changes the loads of two agents; then a few
-- statements for everybody. Runs queue up behind each other, and the second finds nothing due.
GRANT SELECT, INSERT, UPDATE ON crm.followup_members, crm.followup_assignments, crm.followup_entries TO simpul_search;
GRANT SELECT, INSERT ON crm.followup_runs TO simpul_search;
GRANT SELECT ON crm.followup_days_off, crm.rm_activities, crm.transactions, crm.customers TO simpul_search;
GRANT SELECT ON iam.absences TO simpul_search;
CREATE FUNCTION crm.followup_run(
    asked_run uuid, asked_kind text, asked_at timestamptz, window_length interval, deposit_kinds text[],
    deposit_minimum numeric, return_within interval)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = crm, iam, pg_temp SET work_mem = '256MB' AS $$
DECLARE
    began timestamptz := clock_timestamp();
    day date := (asked_at AT TIME ZONE 'Asia/Jakarta')::date;
    -- By number: the agent, why it takes nobody ('' where it does), its capacity and its members.
    agents uuid[]; blocked text[]; capacities integer[]; loads integer[]; agent_count integer;
    -- By place in the order of the run.
    ids uuid[]; presents integer[]; bases integer[]; followed boolean[]; targets integer[]; skips text[];
    customers uuid[]; priors integer[]; due_count integer; entry_count integer;
    present integer; base integer; number integer; target integer; skipped text;
    last_dealt integer;
    deposits_found integer; departed integer; rotated integer; stayed integer; pending integer;
    dealt integer := 0; returned integer := 0; waiting integer := 0;
BEGIN
    IF (SELECT iam.uid()) IS DISTINCT FROM '00000000-0000-7000-8000-000000000001'::uuid THEN
        RAISE EXCEPTION 'Only the product itself rotates members.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('crm.followup_run'));
    IF EXISTS (SELECT FROM crm.followup_runs r WHERE r.run_id = asked_run) THEN
        RETURN;
    END IF;

    -- Who leaves: by the rule that brought them, or because the customer is closed.
    WITH leaving AS (
        SELECT m.customer_id,
               CASE WHEN c.status = 'CLOSED' THEN 'CLOSED' ELSE 'RULE' END AS why
        FROM crm.followup_members m JOIN crm.customers c USING (customer_id)
        WHERE m.left_at IS NULL
          AND (c.status = 'CLOSED' OR m.source = 'SEGMENT' AND EXISTS (
                  SELECT FROM crm.followup_entries e
                  WHERE e.customer_id = m.customer_id AND e.kind = 'LEAVE' AND e.handled_at IS NULL))),
    ended AS (
        UPDATE crm.followup_assignments a
        SET status = 'LEFT', ended_at = asked_at, ended_reason = 'LEFT'
        FROM leaving l WHERE a.customer_id = l.customer_id AND a.status IN ('ACTIVE', 'PENDING'))
    UPDATE crm.followup_members m SET left_at = asked_at, left_reason = l.why
    FROM leaving l WHERE m.customer_id = l.customer_id;
    GET DIAGNOSTICS departed = ROW_COUNT;
    UPDATE crm.followup_entries e SET handled_at = asked_at, outcome = 'LEFT'
    WHERE e.kind = 'LEAVE' AND e.handled_at IS NULL;

    -- A deposit within the window begins it anew, and so on from deposit to deposit; one after its end comes too late.
    WITH found AS (
        SELECT a.customer_id, t.occurred_at,
               t.occurred_at - lag(t.occurred_at, 1, a.window_started_at)
                   OVER (PARTITION BY a.customer_id ORDER BY t.occurred_at) > window_length AS late
        FROM crm.followup_assignments a
        JOIN crm.transactions t ON t.customer_id = a.customer_id
        WHERE a.status IN ('ACTIVE', 'PENDING') AND t.occurred_at > a.window_started_at
          AND t.occurred_at <= asked_at AND t.direction = 'IN' AND t.kind = ANY (deposit_kinds)
          AND t.amount >= deposit_minimum),
    counted AS (
        SELECT f.customer_id, f.occurred_at,
               bool_or(f.late) OVER (PARTITION BY f.customer_id ORDER BY f.occurred_at) AS too_late
        FROM found f),
    latest AS (
        SELECT c.customer_id, max(c.occurred_at) AS deposit_at
        FROM counted c WHERE NOT c.too_late GROUP BY c.customer_id)
    UPDATE crm.followup_assignments a
    SET window_started_at = l.deposit_at, window_ends_at = l.deposit_at + window_length,
        deposit_at = l.deposit_at, window_reason = 'DEPOSIT', window_skipped = '{}', status = 'ACTIVE'
    FROM latest l WHERE a.customer_id = l.customer_id AND a.status IN ('ACTIVE', 'PENDING');
    GET DIAGNOSTICS deposits_found = ROW_COUNT;

    SELECT count(*), array_agg(g.agent_id ORDER BY g.number), array_agg(g.capacity ORDER BY g.number),
           array_agg(CASE WHEN g.status = 'SUSPENDED' OR u.status <> 'ACTIVE' THEN 'SUSPENDED'
                          WHEN EXISTS (SELECT FROM crm.followup_days_off o
                                       WHERE o.agent_id = g.agent_id AND o.cancelled_at IS NULL
                                         AND day BETWEEN o.first_day AND o.last_day)
                            OR EXISTS (SELECT FROM iam.absences b
                                       WHERE b.user_id = g.user_id AND b.cancelled_at IS NULL
                                         AND day BETWEEN b.first_day AND b.last_day) THEN 'LEAVE'
                          ELSE '' END ORDER BY g.number),
           array_agg(coalesce(l.members, 0)::integer ORDER BY g.number)
    INTO agent_count, agents, capacities, blocked, loads
    FROM crm.followup_agents g JOIN iam.users u USING (user_id)
    LEFT JOIN (SELECT a.agent_id, count(*) AS members FROM crm.followup_assignments a
               WHERE a.status IN ('ACTIVE', 'PENDING') GROUP BY a.agent_id) l USING (agent_id)
    WHERE g.status <> 'LEFT';

    -- What is due, in order. Whose agent has left the programme goes on from the place of that agent.
    SELECT count(*), array_agg(d.customer_id ORDER BY d.window_ends_at, d.customer_id),
           array_agg(d.present ORDER BY d.window_ends_at, d.customer_id),
           array_agg(d.base ORDER BY d.window_ends_at, d.customer_id),
           array_agg(d.followed ORDER BY d.window_ends_at, d.customer_id)
    INTO due_count, ids, presents, bases, followed
    FROM (SELECT a.window_ends_at, a.customer_id, coalesce(g.number, 0) AS present,
                 coalesce(g.number, least(a.number - 1, agent_count)) AS base,
                 EXISTS (SELECT FROM crm.rm_activities v
                         WHERE v.customer_id = a.customer_id AND v.rm_user_id = g.user_id
                           AND v.activity_type <> 'NOTE' AND v.withdrawn_at IS NULL
                           AND v.happened_at >= a.window_started_at AND v.happened_at <= a.window_ends_at)
                     AS followed
          FROM crm.followup_assignments a JOIN crm.followup_agents g USING (agent_id)
          WHERE a.status IN ('ACTIVE', 'PENDING') AND a.window_ends_at <= asked_at) d;
    targets := array_fill(0, ARRAY[due_count]);
    skips := array_fill(''::text, ARRAY[due_count]);
    FOR place IN 1 .. due_count LOOP
        present := presents[place];
        base := bases[place];
        target := 0;
        skipped := '';
        FOR step IN 1 .. agent_count LOOP
            number := (base + step - 1) % agent_count + 1;
            IF blocked[number] <> '' THEN
                skipped := skipped || ',' || number || ':' || blocked[number];
            ELSIF loads[number] > capacities[number]
                  OR number <> present AND loads[number] = capacities[number] THEN
                skipped := skipped || ',' || number || ':CAPACITY';
            ELSE
                target := number;
                EXIT;
            END IF;
        END LOOP;
        IF target <> 0 AND target <> present THEN
            loads[target] := loads[target] + 1;
            IF present <> 0 THEN
                loads[present] := loads[present] - 1;
            END IF;
        END IF;
        targets[place] := target;
        IF skipped <> '' THEN
            skips[place] := substr(skipped, 2);
        END IF;
    END LOOP;
    UPDATE crm.followup_assignments a
    SET status = 'ROTATED', ended_at = asked_at,
        ended_reason = CASE WHEN m.followed THEN 'NO_DEPOSIT' ELSE 'NOT_FOLLOWED_UP' END
    FROM unnest(ids, presents, targets, followed) AS m (customer_id, present, target, followed)
    WHERE a.customer_id = m.customer_id AND a.status IN ('ACTIVE', 'PENDING') AND m.target NOT IN (0, m.present);
    GET DIAGNOSTICS rotated = ROW_COUNT;
    INSERT INTO crm.followup_assignments
        (customer_id, step, branch_code, agent_id, number, status, reason, started_at,
         window_started_at, window_ends_at, from_number, skipped, decided_at, run_id)
    SELECT a.customer_id, a.step + 1, a.branch_code, agents[m.target], m.target, 'ACTIVE', a.ended_reason,
           asked_at, asked_at, asked_at + window_length, a.number,
           CASE m.skips WHEN '' THEN '{}' ELSE string_to_array(m.skips, ',') END, asked_at, asked_run
    FROM unnest(ids, presents, targets, skips) AS m (customer_id, present, target, skips)
    JOIN crm.followup_assignments a ON a.customer_id = m.customer_id AND a.ended_at = asked_at AND a.status = 'ROTATED'
    WHERE m.target NOT IN (0, m.present);
    UPDATE crm.followup_assignments a
    SET status = CASE m.target WHEN 0 THEN 'PENDING' ELSE 'ACTIVE' END,
        window_reason = CASE m.target WHEN 0 THEN 'PENDING' ELSE 'ONLY_AGENT' END,
        window_started_at = CASE m.target WHEN 0 THEN a.window_started_at ELSE asked_at END,
        window_ends_at = CASE m.target WHEN 0 THEN a.window_ends_at ELSE asked_at + window_length END,
        window_skipped = CASE m.skips WHEN '' THEN '{}' ELSE string_to_array(m.skips, ',') END
    FROM unnest(ids, presents, targets, skips) AS m (customer_id, present, target, skips)
    WHERE a.customer_id = m.customer_id AND a.status IN ('ACTIVE', 'PENDING') AND a.started_at < asked_at
      AND m.target IN (0, m.present);
    SELECT count(*) FILTER (WHERE m.target <> 0 AND m.target = m.present), count(*) FILTER (WHERE m.target = 0)
    INTO stayed, pending FROM unnest(presents, targets) AS m (present, target);

    -- Who enters: back to the agent they left lately, else the next number after the last who was dealt one.
    UPDATE crm.followup_entries e
    SET handled_at = asked_at, outcome = CASE WHEN c.status = 'CLOSED' THEN 'CLOSED' ELSE 'ALREADY' END
    FROM crm.customers c
    WHERE e.handled_at IS NULL AND c.customer_id = e.customer_id
      AND (c.status = 'CLOSED' OR EXISTS (
              SELECT FROM crm.followup_members m WHERE m.customer_id = e.customer_id AND m.left_at IS NULL));
    SELECT r.last_number INTO last_dealt FROM crm.followup_runs r
    WHERE r.last_number IS NOT NULL ORDER BY r.ran_at DESC, r.run_id DESC LIMIT 1;
    SELECT count(*), array_agg(e.entry_id ORDER BY e.created_at, e.customer_id),
           array_agg(coalesce(p.number, 0) ORDER BY e.created_at, e.customer_id)
    INTO entry_count, ids, priors
    FROM crm.followup_entries e
    LEFT JOIN LATERAL (
        SELECT g.number FROM crm.followup_assignments a JOIN crm.followup_agents g USING (agent_id)
        WHERE a.customer_id = e.customer_id AND a.status = 'LEFT' AND a.ended_at > asked_at - return_within
        ORDER BY a.started_at DESC LIMIT 1) p ON true
    WHERE e.handled_at IS NULL;
    targets := array_fill(0, ARRAY[entry_count]);
    skips := array_fill(''::text, ARRAY[entry_count]);
    FOR place IN 1 .. entry_count LOOP
        number := priors[place];
        IF number <> 0 AND blocked[number] = '' AND loads[number] < capacities[number] THEN
            target := number;
            returned := returned + 1;
        ELSE
            target := 0;
            skipped := '';
            FOR step IN 1 .. agent_count LOOP
                number := (coalesce(last_dealt, 0) + step - 1) % agent_count + 1;
                IF blocked[number] <> '' THEN
                    skipped := skipped || ',' || number || ':' || blocked[number];
                ELSIF loads[number] >= capacities[number] THEN
                    skipped := skipped || ',' || number || ':CAPACITY';
                ELSE
                    target := number;
                    EXIT;
                END IF;
            END LOOP;
            -- Nobody is free, for nobody who comes after either: they wait for the next run.
            EXIT WHEN target = 0;
            last_dealt := target;
            dealt := dealt + 1;
            priors[place] := 0;
            IF skipped <> '' THEN
                skips[place] := substr(skipped, 2);
            END IF;
        END IF;
        loads[target] := loads[target] + 1;
        targets[place] := target;
    END LOOP;
    waiting := entry_count - dealt - returned;
    INSERT INTO crm.followup_members AS f (customer_id, branch_code, source, entered_at)
    SELECT e.customer_id, c.home_branch_code, e.source, asked_at
    FROM unnest(ids, targets) AS m (entry_id, target)
    JOIN crm.followup_entries e USING (entry_id) JOIN crm.customers c USING (customer_id)
    WHERE m.target <> 0
    ON CONFLICT (customer_id) DO UPDATE SET branch_code = excluded.branch_code, source = excluded.source,
        entered_at = excluded.entered_at, left_at = NULL, left_reason = NULL;
    INSERT INTO crm.followup_assignments
        (customer_id, step, branch_code, agent_id, number, status, reason, started_at,
         window_started_at, window_ends_at, skipped, decided_at, run_id)
    SELECT e.customer_id, coalesce((SELECT max(p.step) FROM crm.followup_assignments p WHERE p.customer_id = e.customer_id), 0) + 1,
           c.home_branch_code, agents[m.target], m.target, 'ACTIVE',
           CASE m.prior WHEN 0 THEN 'DEALT' ELSE 'RETURNED' END, asked_at, asked_at,
           asked_at + window_length,
           CASE m.skips WHEN '' THEN '{}' ELSE string_to_array(m.skips, ',') END, asked_at, asked_run
    FROM unnest(ids, targets, priors, skips) AS m (entry_id, target, prior, skips)
    JOIN crm.followup_entries e USING (entry_id) JOIN crm.customers c USING (customer_id)
    WHERE m.target <> 0;
    UPDATE crm.followup_entries e
    SET handled_at = asked_at, outcome = CASE m.prior WHEN 0 THEN 'DEALT' ELSE 'RETURNED' END
    FROM unnest(ids, targets, priors) AS m (entry_id, target, prior)
    WHERE e.entry_id = m.entry_id AND m.target <> 0;

    INSERT INTO crm.followup_runs
        (run_id, kind, ran_at, took_ms, due, rotated, stayed, pending, deposits, dealt, returned, waiting,
         departed, last_number, counts)
    SELECT asked_run, asked_kind, asked_at,
           (extract(epoch FROM clock_timestamp() - began) * 1000)::integer, due_count, rotated, stayed,
           pending, deposits_found, dealt, returned, waiting, departed, last_dealt,
           jsonb_build_object(
               'reasons', coalesce((SELECT jsonb_object_agg(x.reason, x.n) FROM (
                   SELECT a.reason, count(*) AS n FROM crm.followup_assignments a
                   WHERE a.run_id = asked_run AND a.started_at = asked_at GROUP BY a.reason) x), '{}'),
               'agents', coalesce((SELECT jsonb_object_agg(n.number, jsonb_build_object(
                       'members', loads[n.number], 'capacity', capacities[n.number],
                       'got', coalesce(g.got, 0), 'lost', coalesce(s.lost, 0), 'blocked', blocked[n.number]))
                   FROM generate_series(1, agent_count) AS n (number)
                   LEFT JOIN (SELECT a.number, count(*) AS got FROM crm.followup_assignments a
                              WHERE a.run_id = asked_run AND a.started_at = asked_at GROUP BY a.number) g
                       ON g.number = n.number
                   LEFT JOIN (SELECT a.from_number, count(*) AS lost FROM crm.followup_assignments a
                              WHERE a.run_id = asked_run AND a.started_at = asked_at
                                AND a.from_number IS NOT NULL GROUP BY a.from_number) s
                       ON s.from_number = n.number), '{}'));
END $$;
ALTER FUNCTION crm.followup_run(uuid, text, timestamptz, interval, text[], numeric, interval) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.followup_run(uuid, text, timestamptz, interval, text[], numeric, interval) FROM PUBLIC, simpul_app;
GRANT EXECUTE ON FUNCTION crm.followup_run(uuid, text, timestamptz, interval, text[], numeric, interval) TO simpul_worker;
