-- Roles that one person must not hold together are rows, and so are the dated exceptions to them. Both are held here as well as by the services.
ALTER TABLE iam.role_exceptions ADD CONSTRAINT role_exceptions_length CHECK (
    until_on - (created_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN 0 AND 180);
GRANT SELECT ON iam.role_conflicts, iam.role_exceptions TO simpul_search;

CALL iam.protect('iam.role_conflicts');
CREATE POLICY role_conflicts_read ON iam.role_conflicts FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY role_conflicts_insert ON iam.role_conflicts FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND created_by = (SELECT iam.uid()) AND removed_at IS NULL);
CREATE POLICY role_conflicts_update ON iam.role_conflicts FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4 AND removed_at IS NULL)
    WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4 AND removed_by = (SELECT iam.uid()));
CREATE POLICY role_conflicts_delete ON iam.role_conflicts FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('iam.role_exceptions');
CREATE POLICY role_exceptions_read ON iam.role_exceptions FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY role_exceptions_insert ON iam.role_exceptions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND created_by = (SELECT iam.uid()) AND user_id <> (SELECT iam.uid())
    AND created_at <= statement_timestamp() AND ended_at IS NULL AND settled_at IS NULL);
-- Somebody ends an exception in the own name; what follows from its end is the system's.
CREATE POLICY role_exceptions_update ON iam.role_exceptions FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4 AND settled_at IS NULL)
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
                OR (SELECT iam.reach('configuration', 'M')) = 4 AND ended_by = (SELECT iam.uid()) AND settled_at IS NULL);
CREATE POLICY role_exceptions_delete ON iam.role_exceptions FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A pair is removed, an exception ended and settled, each once and for good; nothing else of them changes.
CREATE FUNCTION iam.keep_role_conflict() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF OLD.removed_at IS NOT NULL OR (NEW.role_conflict_id, NEW.first_role, NEW.second_role, NEW.reason, NEW.is_shipped, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.role_conflict_id, OLD.first_role, OLD.second_role, OLD.reason, OLD.is_shipped, OLD.created_at, OLD.created_by) THEN
        RAISE EXCEPTION 'Incompatible roles are removed, once, and never changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_role_conflict BEFORE UPDATE ON iam.role_conflicts FOR EACH ROW EXECUTE FUNCTION iam.keep_role_conflict();

CREATE FUNCTION iam.keep_role_exception() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF OLD.settled_at IS NOT NULL OR OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_by) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by)
       OR (NEW.role_exception_id, NEW.user_id, NEW.role_conflict_id, NEW.reason, NEW.until_on, NEW.created_at, NEW.created_by, NEW.approved_by)
       IS DISTINCT FROM (OLD.role_exception_id, OLD.user_id, OLD.role_conflict_id, OLD.reason, OLD.until_on, OLD.created_at, OLD.created_by, OLD.approved_by) THEN
        RAISE EXCEPTION 'An exception is ended and settled, each once, and never changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_role_exception BEFORE UPDATE ON iam.role_exceptions FOR EACH ROW EXECUTE FUNCTION iam.keep_role_exception();

-- Which roles are incompatible, and who is excepted, takes two people. Ending an exception takes away, and is at once.
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE OR DELETE ON iam.role_conflicts
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON iam.role_exceptions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();

-- Whether somebody took part in agreeing to what this transaction changes.
CREATE FUNCTION iam.change_is_agreed_by(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS
$$ SELECT EXISTS (SELECT FROM iam.applied_changes a WHERE a.xid = pg_current_xact_id_if_assigned() AND asked IN (a.proposed_by, a.decided_by)) $$;
ALTER FUNCTION iam.change_is_agreed_by(uuid) OWNER TO simpul_search;

CREATE FUNCTION iam.guard_own_exception() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.change_is_agreed_by(NEW.user_id) THEN
        RAISE EXCEPTION 'Nobody has part in an exception for themself.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_own_exception AFTER INSERT ON iam.role_exceptions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.guard_own_exception();

-- Whether a role that somebody holds is incompatible with another that the same person holds, and no exception stands today.
CREATE FUNCTION iam.role_is_incompatible(asked_user uuid, asked_role uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM iam.user_roles held JOIN iam.roles r ON r.role_id = held.role_id
          JOIN iam.user_roles beside ON beside.user_id = held.user_id AND beside.role_id <> held.role_id JOIN iam.roles o ON o.role_id = beside.role_id
          JOIN iam.role_conflicts c ON c.removed_at IS NULL
               AND (c.first_role IN (r.role_key, r.based_on) AND c.second_role IN (o.role_key, o.based_on)
                    OR c.first_role IN (o.role_key, o.based_on) AND c.second_role IN (r.role_key, r.based_on))
         WHERE held.user_id = asked_user AND held.role_id = asked_role
           AND NOT EXISTS (SELECT FROM iam.role_exceptions e WHERE e.user_id = asked_user AND e.role_conflict_id = c.role_conflict_id AND e.ended_at IS NULL
                            AND e.until_on >= (statement_timestamp() AT TIME ZONE 'Asia/Jakarta')::date))
$$;
ALTER FUNCTION iam.role_is_incompatible(uuid, uuid) OWNER TO simpul_search;

-- Of what is given only: whoever held both before a pair was written keeps them until somebody mends it. Of two transactions that give one
-- person a role each, the second waits and sees the first.
CREATE FUNCTION iam.guard_incompatible_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('iam.user_roles:' || NEW.user_id, 0));
    IF iam.role_is_incompatible(NEW.user_id, NEW.role_id) THEN
        RAISE EXCEPTION 'One person does not hold two incompatible roles without an exception.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'user_roles_incompatible';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_incompatible_roles AFTER INSERT OR UPDATE OF user_id, role_id ON iam.user_roles
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.is_product()) EXECUTE FUNCTION iam.guard_incompatible_roles();
