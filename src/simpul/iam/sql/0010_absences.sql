-- One absence at a time, of a year at most; one that was cancelled says by whom, and nothing of it changes again.
ALTER TABLE iam.absences
    ADD CONSTRAINT absences_length CHECK (last_day - first_day <= 365),
    ADD CONSTRAINT absences_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)),
    ADD CONSTRAINT absences_once EXCLUDE USING gist (user_id WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (cancelled_at IS NULL);

CREATE FUNCTION iam.judge_absence() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF OLD.cancelled_at IS NOT NULL OR (NEW.absence_id, NEW.user_id, NEW.kind, NEW.first_day, NEW.last_day, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.absence_id, OLD.user_id, OLD.kind, OLD.first_day, OLD.last_day, OLD.created_at, OLD.created_by) THEN
        RAISE EXCEPTION 'An absence is cancelled, once, and never changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_absence BEFORE UPDATE ON iam.absences FOR EACH ROW EXECUTE FUNCTION iam.judge_absence();

-- Whether somebody works now in a branch where the caller holds the action.
CREATE FUNCTION iam.is_colleague(wanted uuid, asked_resource text, asked_action text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT iam.reach(asked_resource, asked_action) = 4 OR iam.reach(asked_resource, asked_action) = 3 AND EXISTS (
        SELECT FROM iam.user_branch_scopes s LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
        WHERE s.user_id = wanted AND coalesce(s.branch_code, ub.branch_code) = ANY (iam.scope_branches())
          AND (s.active_from IS NULL OR s.active_from <= statement_timestamp()) AND (s.active_to IS NULL OR s.active_to > statement_timestamp()))
$$;
-- Until when colleagues are away, for whoever hands work on: neither why nor since when.
CREATE FUNCTION iam.away_until(wanted uuid[], on_day date) RETURNS TABLE (user_id uuid, last_day date)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT a.user_id, a.last_day FROM iam.absences a
    WHERE a.user_id = ANY (wanted) AND a.cancelled_at IS NULL AND on_day BETWEEN a.first_day AND a.last_day AND iam.uid() IS NOT NULL
$$;
ALTER FUNCTION iam.is_colleague(uuid, text, text) OWNER TO simpul_search;
ALTER FUNCTION iam.away_until(uuid[], date) OWNER TO simpul_search;
GRANT SELECT ON iam.absences TO simpul_search;
REVOKE EXECUTE ON FUNCTION iam.is_colleague(uuid, text, text), iam.away_until(uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION iam.is_colleague(uuid, text, text), iam.away_until(uuid[], date) TO simpul_app, simpul_worker;

-- The own absences, and those of colleagues for who assigns their tasks.
CALL iam.protect('iam.absences');
CREATE POLICY absences_read ON iam.absences FOR SELECT TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()) OR iam.is_colleague(user_id, 'task', 'A'));
CREATE POLICY absences_insert ON iam.absences FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (created_by = (SELECT iam.uid()) AND cancelled_at IS NULL AND (user_id = (SELECT iam.uid()) OR iam.is_colleague(user_id, 'task', 'A')));
CREATE POLICY absences_update ON iam.absences FOR UPDATE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()) OR iam.is_colleague(user_id, 'task', 'A')) WITH CHECK (cancelled_by = (SELECT iam.uid()));
CREATE POLICY absences_delete ON iam.absences FOR DELETE TO simpul_app, simpul_worker USING (false);
