-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.cases
    ADD CONSTRAINT cases_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT cases_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT cases_assignee_known FOREIGN KEY (assigned_to_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT cases_unit_known FOREIGN KEY (assigned_unit_code) REFERENCES iam.units (unit_code),
    ADD CONSTRAINT cases_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT cases_closer_known FOREIGN KEY (closed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT cases_number_shape CHECK (case_no ~ '^CASE-[0-9]{4}-[A-Z0-9_-]+-[0-9]{6,}$'),
    ADD CONSTRAINT cases_description_length CHECK (length(btrim(description)) BETWEEN 10 AND 10000),
    ADD CONSTRAINT cases_texts_length CHECK (greatest(length(product), length(transaction_ref), length(complainant), length(contact_preference)) <= 120
                                             AND length(complainant_authority) <= 500 AND length(final_response) <= 10000),
    ADD CONSTRAINT cases_complainant_has_authority CHECK (complainant = '' OR btrim(complainant_authority) <> ''),
    -- A case is answered before it is resolved, and resolved before it is closed.
    ADD CONSTRAINT ck_case_close_requires_final_response CHECK (
        status NOT IN ('RESOLVED', 'CLOSED') OR (final_response IS NOT NULL AND length(btrim(final_response)) >= 20)),
    ADD CONSTRAINT cases_resolved CHECK ((resolved_at IS NOT NULL) = (status IN ('RESOLVED', 'CLOSED'))
                                         AND (resolved_at IS NULL OR first_resolved_at IS NOT NULL)),
    ADD CONSTRAINT cases_closed CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL) AND (status = 'CLOSED') = (closed_by IS NOT NULL)
                                       AND (status = 'CLOSED') = (resolution_code IS NOT NULL)),
    ADD CONSTRAINT cases_law CHECK ((legal_rules_id IS NULL) = (legal_due_at IS NULL));
ALTER TABLE crm.case_clock_events
    ADD CONSTRAINT case_clock_events_change_known CHECK (
        change IN ('START', 'PAUSE', 'RESUME', 'STOP', 'CORRECT', 'REOPEN', 'POLICY', 'CALENDAR', 'EXTEND')),
    ADD CONSTRAINT case_clock_events_begin CHECK (seq >= 1 AND (seq = 1) = (change = 'START')),
    ADD CONSTRAINT case_clock_events_terms CHECK ((change IN ('START', 'POLICY')) = (policy_version_id IS NOT NULL)
        AND num_nulls(policy_version_id, rule_category, priority, kind) IN (0, 4) AND (legal_rules_id IS NULL OR policy_version_id IS NOT NULL)),
    ADD CONSTRAINT case_clock_events_clock CHECK ((change = 'STOP') = (clock IS NOT NULL) AND clock IN ('FIRST_RESPONSE', 'RESOLUTION')),
    ADD CONSTRAINT case_clock_events_correction CHECK ((change = 'CORRECT') = (corrects IS NOT NULL) AND (moved_to IS NULL OR corrects < seq AND moved_to <= occurred_at)),
    ADD CONSTRAINT case_clock_events_calendars CHECK (jsonb_typeof(calendars) = 'object' AND (change <> 'CALENDAR' OR calendars <> '{}')),
    ADD CONSTRAINT case_clock_events_reason CHECK (length(reason) <= 60),
    ADD CONSTRAINT case_clock_events_corrected FOREIGN KEY (case_id, corrects) REFERENCES crm.case_clock_events (case_id, seq),
    ADD CONSTRAINT case_clock_events_actor_known FOREIGN KEY (actor_user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.case_activities
    ADD CONSTRAINT case_activities_message_length CHECK (length(message) <= 10000),
    ADD CONSTRAINT case_activities_data_object CHECK (jsonb_typeof(data) = 'object'),
    ADD CONSTRAINT case_activities_actor_known FOREIGN KEY (actor_user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.case_numbers ADD CONSTRAINT case_numbers_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code);

-- A number is counted on in the transaction that stores its case, by the database: one that is undone leaves no gap.
CREATE FUNCTION crm.number_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    local_year integer := extract(year FROM NEW.created_at AT TIME ZONE (SELECT b.time_zone FROM iam.branches b WHERE b.branch_code = NEW.branch_code));
    given integer;
BEGIN
    INSERT INTO crm.case_numbers AS n (branch_code, year, last_number) VALUES (NEW.branch_code, local_year, 1)
        ON CONFLICT (branch_code, year) DO UPDATE SET last_number = n.last_number + 1 RETURNING n.last_number INTO given;
    NEW.case_no := format('CASE-%s-%s-%s', local_year, NEW.branch_code, CASE WHEN given < 1000000 THEN lpad(given::text, 6, '0') ELSE given::text END);
    RETURN NEW;
END $$;
CREATE TRIGGER number_case BEFORE INSERT ON crm.cases FOR EACH ROW EXECUTE FUNCTION crm.number_case();

-- What a case is about stays; its states follow each other as they may, and only who assigns gives a case to somebody else.
CREATE FUNCTION crm.judge_case() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A case is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'NEW' OR NEW.final_response IS NOT NULL THEN
            RAISE EXCEPTION 'A case begins as NEW, without a response.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.case_id, NEW.case_no, NEW.customer_id, NEW.branch_code, NEW.channel, NEW.description, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.case_id, OLD.case_no, OLD.customer_id, OLD.branch_code, OLD.channel, OLD.description, OLD.created_at, OLD.created_by) THEN
        RAISE EXCEPTION 'What was received does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.first_resolved_at IS NOT NULL AND NEW.first_resolved_at IS DISTINCT FROM OLD.first_resolved_at THEN
        RAISE EXCEPTION 'The first resolution does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.status IN ('RESOLVED', 'CLOSED') AND NEW.status IN ('RESOLVED', 'CLOSED')
       AND (NEW.final_response, NEW.resolved_at) IS DISTINCT FROM (OLD.final_response, OLD.resolved_at) THEN
        RAISE EXCEPTION 'A response that was given does not change; the case is reopened first.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status AND NOT (OLD.status, NEW.status) IN (
        ('NEW', 'IN_PROGRESS'), ('NEW', 'ESCALATED'), ('NEW', 'RESOLVED'), ('IN_PROGRESS', 'ESCALATED'), ('IN_PROGRESS', 'WAITING_INFO'),
        ('IN_PROGRESS', 'RESOLVED'), ('WAITING_INFO', 'IN_PROGRESS'), ('WAITING_INFO', 'ESCALATED'), ('WAITING_INFO', 'RESOLVED'),
        ('ESCALATED', 'IN_PROGRESS'), ('ESCALATED', 'RESOLVED'), ('RESOLVED', 'CLOSED'), ('RESOLVED', 'IN_PROGRESS'), ('CLOSED', 'IN_PROGRESS')) THEN
        RAISE EXCEPTION 'A case goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.assigned_to_user_id IS DISTINCT FROM OLD.assigned_to_user_id AND NEW.assigned_to_user_id IS DISTINCT FROM iam.uid()
       AND current_user IN ('simpul_app', 'simpul_worker') AND NOT NEW.branch_code = ANY (crm.case_branches('A'))
       AND NOT (crm.case_reach('A') >= 3 AND coalesce(NEW.assigned_unit_code = ANY (iam.scope_units()), false)) THEN
        RAISE EXCEPTION 'Only who assigns cases gives one to somebody else.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_case BEFORE INSERT OR UPDATE OR DELETE ON crm.cases FOR EACH ROW EXECUTE FUNCTION crm.judge_case();

-- What was done and what happened to a clock is never rewritten, by whatever role.
CREATE FUNCTION crm.refuse_case_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'What happened in a case is never rewritten.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.cases FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_case_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.case_activities FOR EACH ROW EXECUTE FUNCTION crm.refuse_case_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.case_activities FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_case_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.case_clock_events FOR EACH ROW EXECUTE FUNCTION crm.refuse_case_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.case_clock_events FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_case_rewriting();

-- How far the caller reaches whole cases: a grant that is limited (a status summary, break-glass) opens none of them.
CREATE FUNCTION crm.case_reach(asked_action text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(max(g.reach), 0)::integer
    FROM iam.users u JOIN iam.user_roles ur ON ur.user_id = u.user_id JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.resource = 'case' AND g.action = asked_action AND g.limited_to = ''
      AND (NOT g.per_user OR EXISTS (SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;
CREATE FUNCTION crm.case_branches(asked_action text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT CASE crm.case_reach(asked_action)
        WHEN 4 THEN (SELECT coalesce(array_agg(branch_code), '{}') FROM iam.branches)
        WHEN 3 THEN iam.scope_branches()
        ELSE '{}' END
$$;
CREATE FUNCTION crm.sensitive_categories() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path = crm, pg_temp AS
$$ SELECT coalesce(array_agg(c.category_code), '{}') FROM crm.case_categories c WHERE c.is_sensitive $$;

-- Number, status and due time of the cases of customers, for who reaches a case but not its content: sensitive cases below tier 3, and the
-- cases of the own portfolio for a manager.
CREATE FUNCTION crm.case_summaries(wanted uuid[])
RETURNS TABLE (case_id uuid, case_no text, customer_id uuid, branch_code text, status text, sla_due_at timestamptz, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT c.case_id, c.case_no, c.customer_id, c.branch_code, c.status, c.sla_due_at, c.created_at
    FROM crm.cases c JOIN iam.customer_reach r USING (customer_id)
    WHERE c.customer_id = ANY (wanted)
      AND (c.branch_code = ANY ((SELECT crm.case_branches('R'))::text[])
           OR (iam.reach('case', 'R') >= 2 AND r.rm_user_id = iam.uid())
           OR c.customer_id = ANY ((SELECT iam.elevated_customers())::uuid[])
           OR c.created_by = iam.uid() OR c.assigned_to_user_id = iam.uid())
$$;
ALTER FUNCTION crm.number_case() OWNER TO simpul_search;
ALTER FUNCTION crm.case_reach(text) OWNER TO simpul_search;
ALTER FUNCTION crm.case_branches(text) OWNER TO simpul_search;
ALTER FUNCTION crm.case_summaries(uuid[]) OWNER TO simpul_search;
GRANT SELECT, INSERT, UPDATE ON crm.case_numbers TO simpul_search;
GRANT SELECT ON crm.cases, crm.case_categories TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.case_summaries(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.case_summaries(uuid[]) TO simpul_app, simpul_worker;

-- Whole cases: of the own branches and units, the own ones, and those of customers that an elevation opens; a sensitive one
-- for who holds tier 3 there, and for who made it or has it.
DO $$
DECLARE
    own text := '(created_by = (SELECT iam.uid()) OR assigned_to_user_id = (SELECT iam.uid()))';
    plain text := '(NOT category_code = ANY ((SELECT crm.sensitive_categories())::text[]) OR branch_code = ANY ((SELECT iam.branches_for(''tier3'', ''R''))::text[]))';
    within text := '(branch_code = ANY ((SELECT crm.case_branches(%1$L))::text[])'
        ' OR ((SELECT crm.case_reach(%1$L)) >= 3 AND assigned_unit_code = ANY ((SELECT iam.scope_units())::text[])))';
    mine text := '((SELECT crm.case_reach(%1$L)) >= 1 AND ' || own || ')';
    elevated text := '(customer_id = ANY ((SELECT iam.elevated_customers())::uuid[])'
        ' AND (NOT category_code = ANY ((SELECT crm.sensitive_categories())::text[]) OR (SELECT iam.elevation_tier()) >= 3))';
    free text := '((SELECT crm.case_reach(''U'')) >= 1 AND assigned_to_user_id IS NULL AND status IN (''NEW'', ''IN_PROGRESS'', ''WAITING_INFO'', ''ESCALATED'')'
        ' AND ' || format(within, 'R') || ' AND ' || plain || ')';
BEGIN
    CALL iam.protect('crm.cases');
    EXECUTE 'CREATE POLICY cases_read ON crm.cases FOR SELECT TO simpul_app, simpul_worker USING ('
        || format(within, 'R') || ' AND ' || plain || ' OR ' || format(mine, 'R') || ' OR ' || elevated || ')';
    EXECUTE 'CREATE POLICY cases_insert ON crm.cases FOR INSERT TO simpul_app, simpul_worker WITH CHECK ('
        'created_by = (SELECT iam.uid()) AND branch_code = ANY ((SELECT crm.case_branches(''C''))::text[])'
        ' AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = cases.customer_id))';
    EXECUTE 'CREATE POLICY cases_update ON crm.cases FOR UPDATE TO simpul_app, simpul_worker USING ('
        || format(within, 'U') || ' AND ' || plain || ' OR ' || format(mine, 'U') || ' OR ' || free || ') WITH CHECK ('
        || format(within, 'U') || ' OR ' || format(mine, 'U') || ')';
    EXECUTE 'CREATE POLICY cases_delete ON crm.cases FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;

-- What happened shows with its case; everybody writes only as themself.
DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['case_activities', 'case_clock_events'] LOOP
        CALL iam.protect(('crm.' || target)::regclass);
        EXECUTE format('CREATE POLICY %1$s_read ON crm.%1$I FOR SELECT TO simpul_app, simpul_worker USING ('
            'case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = %1$I.case_id))', target);
        EXECUTE format('CREATE POLICY %1$s_insert ON crm.%1$I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ('
            'actor_user_id = (SELECT iam.uid()) AND case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = %1$I.case_id))', target);
        EXECUTE format('CREATE POLICY %1$s_update ON crm.%1$I FOR UPDATE TO simpul_app, simpul_worker USING (false)', target);
        EXECUTE format('CREATE POLICY %1$s_delete ON crm.%1$I FOR DELETE TO simpul_app, simpul_worker USING (false)', target);
    END LOOP;
END $$;
CALL iam.protect('crm.case_numbers');
CREATE POLICY case_numbers_read ON crm.case_numbers FOR SELECT TO simpul_app, simpul_worker USING (branch_code = ANY ((SELECT crm.case_branches('R'))::text[]));
CREATE POLICY case_numbers_insert ON crm.case_numbers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY case_numbers_update ON crm.case_numbers FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY case_numbers_delete ON crm.case_numbers FOR DELETE TO simpul_app, simpul_worker USING (false);
