-- How far the caller reaches into the programme: 4 everything, 3 own branches, 1 what they have themselves.
CREATE FUNCTION crm.followup_reach(asked_action text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT iam.reach('followup', asked_action)
$$;
CREATE FUNCTION crm.followup_agent_of_caller() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT a.agent_id FROM crm.followup_agents a WHERE a.user_id = iam.uid() AND a.status <> 'LEFT'
$$;
ALTER FUNCTION crm.followup_reach(text) OWNER TO simpul_search;
ALTER FUNCTION crm.followup_agent_of_caller() OWNER TO simpul_search;

-- Agents and their calendar are configuration; everybody in the programme reads them.
CALL iam.protect('crm.followup_agents');
CREATE POLICY followup_agents_read ON crm.followup_agents FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('R')) > 0 OR (SELECT iam.reach('configuration', 'R')) = 4);
CREATE POLICY followup_agents_insert ON crm.followup_agents FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY followup_agents_update ON crm.followup_agents FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY followup_agents_delete ON crm.followup_agents FOR DELETE TO simpul_app, simpul_worker
    USING (false);
CALL iam.protect('crm.followup_days_off');
CREATE POLICY followup_days_off_read ON crm.followup_days_off FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('R')) > 0 OR (SELECT iam.reach('configuration', 'R')) = 4);
CREATE POLICY followup_days_off_insert ON crm.followup_days_off FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (created_by = (SELECT iam.uid()) AND (SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY followup_days_off_update ON crm.followup_days_off FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY followup_days_off_delete ON crm.followup_days_off FOR DELETE TO simpul_app, simpul_worker
    USING (false);

-- Members: an agent those in the own hands, a supervisor those of the own branches, everybody else by ALL.
CREATE FUNCTION crm.followup_own_members() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT a.customer_id FROM crm.followup_assignments a
    JOIN crm.followup_agents g USING (agent_id)
    WHERE g.user_id = iam.uid() AND g.status <> 'LEFT' AND a.status IN ('ACTIVE', 'PENDING')
$$;
ALTER FUNCTION crm.followup_own_members() OWNER TO simpul_search;
GRANT SELECT ON crm.followup_assignments TO simpul_search;

CALL iam.protect('crm.followup_assignments');
CREATE POLICY followup_assignments_read ON crm.followup_assignments FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.own_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);
CALL iam.protect('crm.followup_members');
CREATE POLICY followup_members_read ON crm.followup_members FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.own_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);
CALL iam.protect('crm.followup_entries');
CREATE POLICY followup_entries_read ON crm.followup_entries FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('R')) = 4);
CREATE POLICY followup_entries_insert ON crm.followup_entries FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (requested_by = (SELECT iam.uid()) AND handled_at IS NULL
                AND (SELECT iam.reach('configuration', 'M')) = 4);
CALL iam.protect('crm.followup_runs');
CREATE POLICY followup_runs_read ON crm.followup_runs FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT crm.followup_reach('R')) >= 3);

-- Nobody but the run writes who has whom, not even the worker's own statements.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON crm.followup_members, crm.followup_assignments, crm.followup_runs
    FROM simpul_app, simpul_worker;
REVOKE UPDATE, DELETE, TRUNCATE ON crm.followup_entries FROM simpul_app, simpul_worker;
REVOKE DELETE, TRUNCATE ON crm.followup_agents, crm.followup_days_off FROM simpul_app, simpul_worker;
