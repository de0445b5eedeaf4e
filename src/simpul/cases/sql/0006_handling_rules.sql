-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.cases
    ADD CONSTRAINT cases_proposer_known FOREIGN KEY (proposed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT cases_reviewer_known FOREIGN KEY (reviewed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT cases_proposal_whole CHECK (num_nulls(review, proposed_response, proposed_by, proposed_at) IN (0, 4)
                                               AND (review IS NULL OR status NOT IN ('RESOLVED', 'CLOSED'))),
    ADD CONSTRAINT cases_proposal_length CHECK (length(btrim(proposed_response)) BETWEEN 20 AND 10000);
ALTER TABLE crm.case_watchers ADD CONSTRAINT case_watchers_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.case_reminders
    ADD CONSTRAINT case_reminders_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT case_reminders_note_length CHECK (length(note) <= 500);

-- Who answers for what: an answer that somebody else has to approve is approved by somebody else, nobody writes as another, and
-- who reaches a case as its reviewer alone decides about the answer and about nothing else.
CREATE FUNCTION crm.judge_case_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
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
        OR me IN (OLD.created_by, OLD.assigned_to_user_id) OR (OLD.assigned_to_user_id IS NULL AND NEW.assigned_to_user_id = me);
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
CREATE TRIGGER judge_case_answer BEFORE UPDATE ON crm.cases FOR EACH ROW EXECUTE FUNCTION crm.judge_case_answer();

-- The same summary, of cases by their own id.
CREATE FUNCTION crm.case_summaries_of(wanted uuid[])
RETURNS TABLE (case_id uuid, case_no text, customer_id uuid, branch_code text, status text, sla_due_at timestamptz, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT s.* FROM crm.case_summaries(ARRAY(SELECT DISTINCT c.customer_id FROM crm.cases c WHERE c.case_id = ANY (wanted))) s WHERE s.case_id = ANY (wanted)
$$;
ALTER FUNCTION crm.case_summaries_of(uuid[]) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.case_summaries_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.case_summaries_of(uuid[]) TO simpul_app, simpul_worker;

-- A colleague in reach looks at an answer that waits for a second pair of eyes, without having the case.
DO $$
DECLARE
    plain text := '(NOT category_code = ANY ((SELECT crm.sensitive_categories())::text[]) OR branch_code = ANY ((SELECT iam.branches_for(''tier3'', ''R''))::text[]))';
    within text := '(branch_code = ANY ((SELECT crm.case_branches(''R''))::text[])'
        ' OR ((SELECT crm.case_reach(''R'')) >= 3 AND assigned_unit_code = ANY ((SELECT iam.scope_units())::text[])))';
BEGIN
    EXECUTE format('CREATE POLICY cases_review ON crm.cases FOR UPDATE TO simpul_app, simpul_worker USING ('
        'review = ''WAITING'' AND proposed_by <> (SELECT iam.uid()) AND (SELECT crm.case_reach(''U'')) >= 1 AND %1$s AND %2$s) WITH CHECK ('
        'reviewed_by = (SELECT iam.uid()) AND (SELECT crm.case_reach(''U'')) >= 1 AND %1$s AND %2$s)', within, plain);
END $$;

-- The place of a case in its workflow shows, and moves, with the case: a unit has cases of branches that it does not serve.
CREATE POLICY workflow_items_case_read ON crm.workflow_items FOR SELECT TO simpul_app, simpul_worker USING (
    subject_type = 'CASE' AND (SELECT c.case_id FROM crm.cases c
        WHERE c.case_id = CASE WHEN workflow_items.subject_type = 'CASE' THEN workflow_items.subject_id::uuid END) IS NOT NULL);
CREATE POLICY workflow_items_case_update ON crm.workflow_items FOR UPDATE TO simpul_app, simpul_worker USING (
    subject_type = 'CASE' AND (SELECT c.case_id FROM crm.cases c
        WHERE c.case_id = CASE WHEN workflow_items.subject_type = 'CASE' THEN workflow_items.subject_id::uuid END) IS NOT NULL);

-- Everybody watches for themself, and is reminded alone; how many watch a case shows with it. The worker reminds.
CALL iam.protect('crm.case_watchers');
CREATE POLICY case_watchers_read ON crm.case_watchers FOR SELECT TO simpul_app, simpul_worker USING (
    case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_watchers.case_id));
CREATE POLICY case_watchers_insert ON crm.case_watchers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid()) AND case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_watchers.case_id));
CREATE POLICY case_watchers_update ON crm.case_watchers FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY case_watchers_delete ON crm.case_watchers FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CALL iam.protect('crm.case_reminders');
CREATE POLICY case_reminders_read ON crm.case_reminders FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) OR (SELECT crm.case_reach('U')) = 4);
CREATE POLICY case_reminders_insert ON crm.case_reminders FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid()) AND case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_reminders.case_id));
CREATE POLICY case_reminders_update ON crm.case_reminders FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT crm.case_reach('U')) = 4);
CREATE POLICY case_reminders_delete ON crm.case_reminders FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
