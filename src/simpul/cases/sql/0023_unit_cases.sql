-- A unit has the cases that were given to it, and receives cases for the customers of the branches that it serves; the other cases of those
-- branches are not its own.
CREATE OR REPLACE FUNCTION crm.case_branches(asked_action text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT CASE crm.case_reach(asked_action)
        WHEN 4 THEN (SELECT coalesce(array_agg(branch_code), '{}') FROM iam.branches)
        WHEN 3 THEN CASE asked_action WHEN 'C' THEN iam.scope_branches() ELSE iam.own_branches() END
        ELSE '{}' END
$$;
CREATE OR REPLACE FUNCTION crm.case_summaries(wanted uuid[])
RETURNS TABLE (case_id uuid, case_no text, customer_id uuid, branch_code text, status text, sla_due_at timestamptz, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT c.case_id, c.case_no, c.customer_id, c.branch_code, c.status, c.sla_due_at, c.created_at
    FROM crm.cases c JOIN iam.customer_reach r USING (customer_id)
    WHERE c.customer_id = ANY (wanted)
      AND (c.branch_code = ANY ((SELECT crm.case_branches('R'))::text[])
           OR ((SELECT crm.case_reach('R')) >= 3 AND c.assigned_unit_code = ANY ((SELECT iam.scope_units())::text[]))
           OR (iam.reach('case', 'R') >= 2 AND r.rm_user_id = iam.uid())
           OR c.customer_id = ANY ((SELECT iam.elevated_customers())::uuid[])
           OR c.created_by = iam.uid() OR c.assigned_to_user_id = iam.uid())
$$;

-- Who gives a case to another unit loses sight of it by that. Until the end of this very request the case stays in reach, so that its
-- steps, its papers and the answer can follow: the setting names the request, and the line of the log that says who gave it, the caller's own.
CREATE FUNCTION crm.case_given() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = crm, pg_temp AS $$
    SELECT a.case_id FROM crm.case_activities a
    WHERE a.activity_id = nullif(split_part(current_setting('app.case_given', true), ' ', 1), '')::uuid AND a.actor_user_id = iam.uid() AND a.activity_type = 'ASSIGN'
      AND split_part(current_setting('app.case_given', true), ' ', 2) = coalesce(current_setting('app.request_id', true), '')
$$;
ALTER FUNCTION crm.case_given() OWNER TO simpul_search;
GRANT SELECT ON crm.case_activities TO simpul_search;
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
    EXECUTE 'ALTER POLICY cases_read ON crm.cases USING ('
        || format(within, 'R') || ' AND ' || plain || ' OR ' || format(mine, 'R') || ' OR ' || elevated || ' OR case_id = (SELECT crm.case_given())' || ')';
    EXECUTE 'ALTER POLICY cases_update ON crm.cases USING ('
        || format(within, 'U') || ' AND ' || plain || ' OR ' || format(mine, 'U') || ' OR ' || free || ' OR case_id = (SELECT crm.case_given())' || ') WITH CHECK ('
        || format(within, 'U') || ' OR ' || format(mine, 'U') || ' OR case_id = (SELECT crm.case_given())' || ')';
END $$;

-- Who gives a case to somebody assigns cases where it was.
CREATE OR REPLACE FUNCTION crm.judge_case() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
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
    IF OLD.case_no IS NULL AND NEW.case_no IS NOT NULL AND current_user IN ('simpul_app', 'simpul_worker') THEN
        RAISE EXCEPTION 'The database alone numbers cases.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (OLD.case_no IS NOT NULL AND NEW.case_no IS DISTINCT FROM OLD.case_no) OR (NEW.case_id, NEW.customer_id, NEW.branch_code, NEW.channel, NEW.description, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.case_id, OLD.customer_id, OLD.branch_code, OLD.channel, OLD.description, OLD.created_at, OLD.created_by) THEN
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
       AND NOT (crm.case_reach('A') >= 3 AND coalesce(OLD.assigned_unit_code = ANY (iam.scope_units()), false)) THEN
        RAISE EXCEPTION 'Only who assigns cases gives one to somebody else.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION crm.judge_case_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
DECLARE
    me uuid := iam.uid();
    handles boolean;
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF NEW.status = 'RESOLVED' AND OLD.status <> 'RESOLVED'
       AND EXISTS (SELECT FROM crm.case_categories c WHERE c.category_code IN (OLD.category_code, NEW.category_code) AND c.needs_review)
       AND NOT coalesce(OLD.review = 'WAITING' AND NEW.final_response = OLD.proposed_response AND OLD.proposed_by <> me AND NEW.reviewed_by = me, false) THEN
        RAISE EXCEPTION 'Somebody else approves a final response of this category.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.proposed_response, NEW.proposed_by, NEW.proposed_at) IS DISTINCT FROM (OLD.proposed_response, OLD.proposed_by, OLD.proposed_at)
       AND NEW.proposed_by IS DISTINCT FROM me AND NEW.proposed_by IS NOT NULL
       OR NEW.reviewed_by IS DISTINCT FROM OLD.reviewed_by AND NEW.reviewed_by IS DISTINCT FROM me AND NEW.reviewed_by IS NOT NULL
       OR NEW.status = 'CLOSED' AND OLD.status <> 'CLOSED' AND NEW.closed_by IS DISTINCT FROM me THEN
        RAISE EXCEPTION 'Everybody answers as themself.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    handles := OLD.branch_code = ANY (crm.case_branches('U'))
        OR crm.case_reach('U') >= 3 AND coalesce(OLD.assigned_unit_code = ANY (iam.scope_units()), false)
        OR me IN (OLD.created_by, OLD.assigned_to_user_id) OR coalesce(OLD.case_id = crm.case_given(), false) OR (OLD.assigned_to_user_id IS NULL AND NEW.assigned_to_user_id = me);
    IF handles THEN
        RETURN NEW;
    END IF;
    IF coalesce(OLD.review = 'WAITING' AND OLD.proposed_by <> me AND NEW.reviewed_by = me, false)
       AND (NEW.status = 'RESOLVED' AND NEW.final_response = OLD.proposed_response
            OR NEW.status = OLD.status AND NEW.review = 'RETURNED' AND NEW.final_response IS NOT DISTINCT FROM OLD.final_response
               AND (NEW.proposed_response, NEW.proposed_by) = (OLD.proposed_response, OLD.proposed_by))
       AND (NEW.assigned_to_user_id, NEW.assigned_unit_code, NEW.category_code, NEW.priority, NEW.kind, NEW.escalation_level, NEW.product, NEW.transaction_ref,
            NEW.amount, NEW.contact_preference, NEW.complainant, NEW.complainant_authority, NEW.policy_version_id, NEW.legal_rules_id, NEW.reopened)
       IS NOT DISTINCT FROM
           (OLD.assigned_to_user_id, OLD.assigned_unit_code, OLD.category_code, OLD.priority, OLD.kind, OLD.escalation_level, OLD.product, OLD.transaction_ref,
            OLD.amount, OLD.contact_preference, OLD.complainant, OLD.complainant_authority, OLD.policy_version_id, OLD.legal_rules_id, OLD.reopened) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Who reviews an answer changes nothing else.' USING ERRCODE = 'insufficient_privilege';
END $$;
