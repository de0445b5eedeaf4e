-- Who handles cases of a unit, or else of a branch, with how many open ones: what automatic assignment weighs. Numbers only, for who
-- opens or assigns cases; supervisors assign and are given none.
CREATE FUNCTION crm.case_handlers(asked_unit text, asked_branch text) RETURNS TABLE (user_id uuid, open_cases bigint, last_given_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT u.user_id, load.open_cases, load.last_given_at
    FROM iam.users u
    CROSS JOIN LATERAL (SELECT count(*) AS open_cases, max(c.created_at) AS last_given_at FROM crm.cases c
        WHERE c.assigned_to_user_id = u.user_id AND c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED')) load
    WHERE greatest(crm.case_reach('C'), crm.case_reach('A')) >= 3 AND u.status = 'ACTIVE' AND u.kind = 'USER'
      AND EXISTS (SELECT FROM iam.user_branch_scopes s WHERE s.user_id = u.user_id
          AND CASE WHEN asked_unit IS NULL THEN s.branch_code = asked_branch ELSE s.unit_code = asked_unit END
          AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp()))
      AND EXISTS (SELECT FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id
          WHERE ur.user_id = u.user_id AND g.resource = 'case' AND g.action = 'U' AND g.limited_to = '' AND NOT g.per_user)
      AND NOT EXISTS (SELECT FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id
          WHERE ur.user_id = u.user_id AND g.resource = 'case' AND g.action = 'A' AND g.limited_to = '')
$$;
ALTER FUNCTION crm.case_handlers(text, text) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.case_handlers(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.case_handlers(text, text) TO simpul_app, simpul_worker;

ALTER TABLE crm.case_intake
    ADD CONSTRAINT case_intake_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT case_intake_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT case_intake_receiver_known FOREIGN KEY (received_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT case_intake_decider_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT case_intake_reasons CHECK (cardinality(reasons) >= 1 OR status = 'ACCEPTED'),
    ADD CONSTRAINT case_intake_placed CHECK (customer_id IS NULL OR branch_code IS NOT NULL),
    ADD CONSTRAINT case_intake_discard_length CHECK (length(discard_reason) <= 500);
ALTER TABLE crm.case_replies
    ADD CONSTRAINT case_replies_owner_known FOREIGN KEY (owner_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT case_replies_lengths CHECK (length(btrim(title)) BETWEEN 1 AND 120 AND length(btrim(body)) BETWEEN 1 AND 5000);

-- What came in stays as it came, is decided once, and is never dropped.
CREATE FUNCTION crm.judge_case_intake() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.incoming_id, NEW.channel, NEW.customer_id, NEW.branch_code, NEW.category_code, NEW.reasons, NEW.sealed, NEW.external_key, NEW.received_at, NEW.received_by)
       IS DISTINCT FROM
       (OLD.incoming_id, OLD.channel, OLD.customer_id, OLD.branch_code, OLD.category_code, OLD.reasons, OLD.sealed, OLD.external_key, OLD.received_at, OLD.received_by)
       OR OLD.status <> 'WAITING' THEN
        RAISE EXCEPTION 'What came in stays as it came, and is decided once.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_case_intake BEFORE UPDATE ON crm.case_intake FOR EACH ROW EXECUTE FUNCTION crm.judge_case_intake();

-- A message lies in the branch of its customer, for who handles cases there; one that is nobody's yet is for who assigns cases,
-- in whichever branch. One of a sensitive category asks for tier 3. Whoever handed it in knows that it is there.
DO $$
DECLARE
    plain text := '(category_code IS NULL OR NOT category_code = ANY ((SELECT crm.sensitive_categories())::text[]) OR branch_code = ANY ((SELECT iam.branches_for(''tier3'', ''R''))::text[]))';
    placed text := '(branch_code = ANY ((SELECT crm.case_branches(''C''))::text[]) AND ' || plain || ' OR branch_code IS NULL AND (SELECT crm.case_reach(''A'')) >= 3)';
BEGIN
    CALL iam.protect('crm.case_intake');
    EXECUTE 'CREATE POLICY case_intake_read ON crm.case_intake FOR SELECT TO simpul_app, simpul_worker USING (' || placed || ' OR received_by = (SELECT iam.uid()))';
    EXECUTE 'CREATE POLICY case_intake_insert ON crm.case_intake FOR INSERT TO simpul_app, simpul_worker WITH CHECK ('
        'received_by = (SELECT iam.uid()) AND (SELECT crm.case_reach(''C'')) >= 1 AND (status = ''WAITING'' OR status = ''ACCEPTED'' AND decided_by = (SELECT iam.uid())))';
    EXECUTE 'CREATE POLICY case_intake_update ON crm.case_intake FOR UPDATE TO simpul_app, simpul_worker USING (status = ''WAITING'' AND ' || placed || ')'
        ' WITH CHECK (decided_by = (SELECT iam.uid()))';
    EXECUTE 'CREATE POLICY case_intake_delete ON crm.case_intake FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;

-- Everybody who handles cases uses shared replies; whoever assigns cases keeps them, everybody the own ones.
CALL iam.protect('crm.case_replies');
CREATE POLICY case_replies_read ON crm.case_replies FOR SELECT TO simpul_app, simpul_worker USING (
    owner_user_id = (SELECT iam.uid()) OR (shared AND (SELECT crm.case_reach('R')) >= 1));
CREATE POLICY case_replies_insert ON crm.case_replies FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    owner_user_id = (SELECT iam.uid()) AND (SELECT crm.case_reach('U')) >= 1 AND (NOT shared OR (SELECT crm.case_reach('A')) >= 3));
CREATE POLICY case_replies_update ON crm.case_replies FOR UPDATE TO simpul_app, simpul_worker
    USING ((shared AND (SELECT crm.case_reach('A')) >= 3) OR (NOT shared AND owner_user_id = (SELECT iam.uid())))
    WITH CHECK ((SELECT crm.case_reach('U')) >= 1 AND (NOT shared OR (SELECT crm.case_reach('A')) >= 3));
CREATE POLICY case_replies_delete ON crm.case_replies FOR DELETE TO simpul_app, simpul_worker USING (
    (shared AND (SELECT crm.case_reach('A')) >= 3) OR (NOT shared AND owner_user_id = (SELECT iam.uid())));
