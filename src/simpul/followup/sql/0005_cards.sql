-- How far the caller reaches single members: who has figures only reaches none.
CREATE FUNCTION crm.followup_member_reach(asked_action text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(max(g.reach), 0)::integer
    FROM iam.users u JOIN iam.user_roles ur ON ur.user_id = u.user_id
    JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.resource = 'followup'
      AND g.action = asked_action AND g.limited_to <> 'aggregates'
      AND (NOT g.per_user OR EXISTS (
            SELECT FROM iam.user_switches s
            WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;
ALTER FUNCTION crm.followup_member_reach(text) OWNER TO simpul_search;
DROP POLICY followup_assignments_read ON crm.followup_assignments;
CREATE POLICY followup_assignments_read ON crm.followup_assignments FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_member_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.scope_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);
DROP POLICY followup_members_read ON crm.followup_members;
CREATE POLICY followup_members_read ON crm.followup_members FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_member_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.scope_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);

-- The product itself enters those of an import and of the segment.
DROP POLICY followup_entries_insert ON crm.followup_entries;
CREATE POLICY followup_entries_insert ON crm.followup_entries FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (requested_by = (SELECT iam.uid()) AND handled_at IS NULL
                AND ((SELECT iam.reach('configuration', 'M')) = 4 OR (SELECT crm.followup_reach('C')) = 4));

-- Which windows an advance notice was sent for: the product's own ledger.
CALL iam.protect('crm.followup_warnings');
CREATE POLICY followup_warnings_read ON crm.followup_warnings FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('C')) = 4);
CREATE POLICY followup_warnings_insert ON crm.followup_warnings FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT crm.followup_reach('C')) = 4);
CREATE POLICY followup_warnings_delete ON crm.followup_warnings FOR DELETE TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('C')) = 4);
REVOKE UPDATE, TRUNCATE ON crm.followup_warnings FROM simpul_app, simpul_worker;
-- What is revoked is refused by row as well.
CREATE POLICY followup_members_insert ON crm.followup_members FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (false);
CREATE POLICY followup_members_update ON crm.followup_members FOR UPDATE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_members_delete ON crm.followup_members FOR DELETE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_assignments_insert ON crm.followup_assignments FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (false);
CREATE POLICY followup_assignments_update ON crm.followup_assignments FOR UPDATE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_assignments_delete ON crm.followup_assignments FOR DELETE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_runs_insert ON crm.followup_runs FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (false);
CREATE POLICY followup_runs_update ON crm.followup_runs FOR UPDATE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_runs_delete ON crm.followup_runs FOR DELETE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_entries_update ON crm.followup_entries FOR UPDATE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_entries_delete ON crm.followup_entries FOR DELETE TO simpul_app, simpul_worker
    USING (false);
CREATE POLICY followup_warnings_update ON crm.followup_warnings FOR UPDATE TO simpul_app, simpul_worker
    USING (false);

-- An agent logs contacts with the members in the own hands, whose branch may be another one.
CREATE POLICY rm_activities_insert_followup ON crm.rm_activities FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (rm_user_id = (SELECT iam.uid()) AND withdrawn_at IS NULL
                AND (SELECT iam.reach('activity', 'C')) >= 1 AND (SELECT crm.followup_reach('U')) >= 1
                AND subject_type = 'FOLLOWUP_MEMBER' AND subject_id = customer_id
                AND customer_id IN (SELECT crm.followup_own_members())
                AND branch_code = (SELECT m.branch_code FROM crm.followup_members m
                                   WHERE m.customer_id = rm_activities.customer_id));

-- The agents of the programme with what decides who is next: their members, and on which of the days
-- they are away. As in the run.
CREATE FUNCTION crm.followup_rota(asked_days date[], due_until timestamptz)
RETURNS TABLE (agent_id uuid, user_id uuid, full_name text, number integer, status text,
               capacity integer, version integer, members integer, due_soon integer, is_suspended boolean,
               away date[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT g.agent_id, g.user_id, u.full_name, g.number, g.status, g.capacity, g.version,
           coalesce(l.members, 0)::integer, coalesce(l.due_soon, 0)::integer,
           g.status = 'SUSPENDED' OR u.status <> 'ACTIVE',
           ARRAY(SELECT d.day FROM unnest(asked_days) AS d (day)
                 WHERE EXISTS (SELECT FROM crm.followup_days_off o
                               WHERE o.agent_id = g.agent_id AND o.cancelled_at IS NULL
                                 AND d.day BETWEEN o.first_day AND o.last_day)
                    OR EXISTS (SELECT FROM iam.absences b
                               WHERE b.user_id = g.user_id AND b.cancelled_at IS NULL
                                 AND d.day BETWEEN b.first_day AND b.last_day))
    FROM crm.followup_agents g JOIN iam.users u USING (user_id)
    LEFT JOIN (SELECT a.agent_id, count(*) AS members,
                      count(*) FILTER (WHERE a.window_ends_at <= due_until) AS due_soon
               FROM crm.followup_assignments a WHERE a.status IN ('ACTIVE', 'PENDING')
               GROUP BY a.agent_id) l USING (agent_id)
    WHERE g.status <> 'LEFT'
      AND (crm.followup_reach('R') > 0 OR iam.reach('configuration', 'R') = 4)
    ORDER BY g.number
$$;

-- Days off of the programme and absences of its people that touch the given days.
CREATE FUNCTION crm.followup_days(asked_first date, asked_last date, asked_agent uuid)
RETURNS TABLE (id uuid, agent_id uuid, number integer, name text, first_day date, last_day date,
               kind text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT d.id, g.agent_id, g.number, u.full_name, d.first_day, d.last_day, d.kind, d.reason
    FROM crm.followup_agents g JOIN iam.users u USING (user_id)
    JOIN (SELECT o.day_off_id AS id, o.agent_id, o.first_day, o.last_day, o.kind, o.reason
          FROM crm.followup_days_off o WHERE o.cancelled_at IS NULL
          UNION ALL
          SELECT b.absence_id, a.agent_id, b.first_day, b.last_day, 'ABSENCE', ''
          FROM iam.absences b JOIN crm.followup_agents a USING (user_id)
          WHERE b.cancelled_at IS NULL) d ON d.agent_id = g.agent_id
    WHERE g.status <> 'LEFT' AND d.first_day <= asked_last AND d.last_day >= asked_first
      AND (asked_agent IS NULL OR g.agent_id = asked_agent)
      AND (crm.followup_reach('R') > 0 OR iam.reach('configuration', 'R') = 4)
    ORDER BY d.first_day, g.number, d.id
$$;

-- How clearly the caller sees each of these members: 2 by name, 1 masked; others are left out.
CREATE FUNCTION crm.followup_seen(asked_customers uuid[])
RETURNS TABLE (customer_id uuid, clearly integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT s.customer_id, s.clearly
    FROM (SELECT m.customer_id,
                 CASE WHEN m.customer_id IN (SELECT crm.followup_own_members()) THEN 2
                      WHEN r.reach = 3 AND m.branch_code = ANY (r.branches) THEN 2
                      WHEN r.reach = 4 THEN 1 ELSE 0 END AS clearly
          FROM crm.followup_members m
          CROSS JOIN (SELECT crm.followup_member_reach('R') AS reach, iam.scope_branches() AS branches) r
          WHERE m.customer_id = ANY (asked_customers) AND r.reach > 0) s
    WHERE s.clearly > 0
$$;
-- Members as cards: the name and the phone as far as the caller sees them, the last contact, the
-- follow-up by the present agent within the window, and the latest deposit that counts.
CREATE FUNCTION crm.followup_cards(asked_customers uuid[], deposit_kinds text[], deposit_minimum numeric)
RETURNS TABLE (customer_id uuid, is_own boolean, shown_name text, phone_masked text,
               last_contact_at timestamptz, followed_up_at timestamptz, deposit_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT s.customer_id, s.customer_id IN (SELECT crm.followup_own_members()),
           CASE s.clearly WHEN 2 THEN c.full_name ELSE
                regexp_replace(regexp_replace(btrim(c.full_name), '\s+', ' ', 'g'), '(\S)\S*', '\1***', 'g') END,
           CASE WHEN s.clearly = 2 AND c.phone_e164 <> '' THEN
                left(c.phone_e164, greatest(1, least(6, length(c.phone_e164) - 7))) || '****'
                || right(c.phone_e164, 3) END,
           f.last_contact_at,
           (SELECT max(v.happened_at) FROM crm.rm_activities v
            WHERE v.customer_id = s.customer_id AND v.rm_user_id = g.user_id
              AND v.activity_type <> 'NOTE' AND v.withdrawn_at IS NULL
              AND v.happened_at >= a.window_started_at AND v.happened_at <= a.window_ends_at),
           greatest(a.deposit_at,
                    (SELECT max(t.occurred_at) FROM crm.transactions t
                     WHERE t.customer_id = s.customer_id AND t.occurred_at > a.window_started_at
                       AND t.occurred_at <= a.window_ends_at AND t.direction = 'IN'
                       AND t.kind = ANY (deposit_kinds) AND t.amount >= deposit_minimum))
    FROM crm.followup_seen(asked_customers) s
    JOIN crm.customers c USING (customer_id)
    LEFT JOIN crm.customer_facts f USING (customer_id)
    LEFT JOIN crm.followup_assignments a
        ON a.customer_id = s.customer_id AND a.status IN ('ACTIVE', 'PENDING')
    LEFT JOIN crm.followup_agents g ON g.agent_id = a.agent_id
$$;
-- Contacts that agents of the programme had with one member since it entered; notes only for who sees the name.
CREATE FUNCTION crm.followup_contacts(asked_customer uuid, most integer)
RETURNS TABLE (id uuid, happened_at timestamptz, activity_type text, outcome text, note text,
               agent_id uuid, number integer, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT v.rm_activity_id, v.happened_at, v.activity_type, v.outcome,
           CASE s.clearly WHEN 2 THEN v.note END, g.agent_id, g.number, u.full_name
    FROM crm.followup_seen(ARRAY[asked_customer]) s
    JOIN crm.followup_members m USING (customer_id)
    JOIN crm.rm_activities v
        ON v.customer_id = s.customer_id AND v.withdrawn_at IS NULL AND v.activity_type <> 'NOTE'
    JOIN crm.followup_agents g ON g.user_id = v.rm_user_id
    JOIN iam.users u ON u.user_id = g.user_id
    WHERE v.happened_at >= (SELECT min(a.started_at) FROM crm.followup_assignments a
                            WHERE a.customer_id = s.customer_id)
    ORDER BY v.happened_at DESC, v.rm_activity_id DESC LIMIT most
$$;
CREATE FUNCTION crm.followup_deposits(
    asked_customer uuid, deposit_kinds text[], deposit_minimum numeric, most integer)
RETURNS TABLE (occurred_at timestamptz, amount numeric, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT t.occurred_at, CASE s.clearly WHEN 2 THEN t.amount END, t.kind
    FROM crm.followup_seen(ARRAY[asked_customer]) s
    JOIN crm.transactions t USING (customer_id)
    WHERE t.direction = 'IN' AND t.kind = ANY (deposit_kinds) AND t.amount >= deposit_minimum
      AND t.occurred_at >= (SELECT min(a.started_at) FROM crm.followup_assignments a
                            WHERE a.customer_id = s.customer_id)
    ORDER BY t.occurred_at DESC LIMIT most
$$;
-- The clear number of a member in the own hands.
CREATE FUNCTION crm.followup_phone(asked_customer uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT c.phone_e164 FROM crm.customers c
    WHERE c.customer_id = asked_customer AND asked_customer IN (SELECT crm.followup_own_members())
      AND crm.followup_reach('U') > 0
$$;
-- What one run took from the caller's own hands and put into them: the name of each is known to who had it.
CREATE FUNCTION crm.followup_moves_of_caller(asked_run uuid, most integer)
RETURNS TABLE (customer_id uuid, name text, reason text, decided_at timestamptz, from_number integer,
               to_number integer, to_name text, before integer[], is_gained boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    WITH me AS (SELECT g.agent_id FROM crm.followup_agents g
                WHERE g.user_id = iam.uid() AND g.status <> 'LEFT' AND crm.followup_reach('R') > 0)
    SELECT x.customer_id, c.full_name, x.reason, x.decided_at, x.from_number, x.number, u.full_name,
           ARRAY(SELECT p.number FROM crm.followup_assignments p
                 WHERE p.customer_id = x.customer_id AND p.step < x.step ORDER BY p.step),
           x.is_gained
    FROM (SELECT a.*, true AS is_gained FROM me JOIN crm.followup_assignments a USING (agent_id)
          WHERE a.run_id = asked_run AND a.started_at = (SELECT r.ran_at FROM crm.followup_runs r WHERE r.run_id = asked_run)
          UNION ALL
          SELECT a.*, false FROM me
          JOIN crm.followup_assignments a ON a.run_id = asked_run AND a.from_number IS NOT NULL
              AND a.started_at = (SELECT r.ran_at FROM crm.followup_runs r WHERE r.run_id = asked_run)
          WHERE EXISTS (SELECT FROM crm.followup_assignments o
                        WHERE o.customer_id = a.customer_id AND o.step = a.step - 1
                          AND o.agent_id = me.agent_id)) x
    JOIN crm.customers c USING (customer_id)
    JOIN crm.followup_agents g ON g.agent_id = x.agent_id JOIN iam.users u ON u.user_id = g.user_id
    ORDER BY x.decided_at, x.customer_id LIMIT most
$$;
ALTER FUNCTION crm.followup_rota(date[], timestamptz) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_days(date, date, uuid) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_seen(uuid[]) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_cards(uuid[], text[], numeric) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_contacts(uuid, integer) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_deposits(uuid, text[], numeric, integer) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_phone(uuid) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_moves_of_caller(uuid, integer) OWNER TO simpul_search;
