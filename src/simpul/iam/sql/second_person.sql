-- What guards access takes two people, and the database holds it too: a change is committed only beside the row that says who agreed.
ALTER TABLE iam.applied_changes
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD CONSTRAINT applied_changes_proposed_by_known FOREIGN KEY (proposed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT applied_changes_decided_by_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id);
CREATE INDEX applied_changes_xid_idx ON iam.applied_changes (xid);
CALL iam.protect('iam.applied_changes');
CREATE POLICY applied_changes_read ON iam.applied_changes FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY applied_changes_insert ON iam.applied_changes FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT greatest(iam.reach('configuration', 'M'), iam.reach('suspicion', 'U'))) = 4 AND xid = pg_current_xact_id() AND told_at IS NULL
    AND (decided_by = (SELECT iam.uid()) OR by_codes AND proposed_by = (SELECT iam.uid())));
CREATE POLICY applied_changes_update ON iam.applied_changes FOR UPDATE TO simpul_app, simpul_worker
    USING (told_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001') WITH CHECK (told_at IS NOT NULL);
CREATE POLICY applied_changes_delete ON iam.applied_changes FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Who agreed stays written, whatever the role; only that it was told is noted later.
CREATE FUNCTION iam.keep_applied_change() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (NEW.change_id, NEW.kind, NEW.proposal_id, NEW.proposed_by, NEW.decided_by, NEW.by_codes, NEW.at, NEW.xid)
       IS DISTINCT FROM (OLD.change_id, OLD.kind, OLD.proposal_id, OLD.proposed_by, OLD.decided_by, OLD.by_codes, OLD.at, OLD.xid) THEN
        RAISE EXCEPTION 'Who agreed to a change stays written.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_applied_change BEFORE UPDATE OR DELETE ON iam.applied_changes FOR EACH ROW EXECUTE FUNCTION iam.keep_applied_change();

-- Whether somebody else agreed to what this transaction changes.
CREATE FUNCTION iam.change_is_applied() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS
$$ SELECT EXISTS (SELECT FROM iam.applied_changes a WHERE a.xid = pg_current_xact_id_if_assigned()) $$;
ALTER FUNCTION iam.change_is_applied() OWNER TO simpul_search;
GRANT SELECT ON iam.applied_changes TO simpul_search;

-- Who administers, reads the trail, follows suspicion or decides about emergency access, by whatever role.
CREATE FUNCTION iam.is_powerful(asked uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = iam, pg_temp AS $$
    SELECT EXISTS (SELECT FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id WHERE ur.user_id = asked
        AND ((g.resource, g.action) IN (('configuration', 'M'), ('audit', 'R'), ('break_glass', 'A')) OR g.resource = 'suspicion' AND g.action IN ('U', 'A')))
$$;

-- The same of one role.
CREATE FUNCTION iam.is_powerful_role(asked uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = iam, pg_temp AS $$
    SELECT EXISTS (SELECT FROM iam.grants g WHERE g.role_id = asked
        AND ((g.resource, g.action) IN (('configuration', 'M'), ('audit', 'R'), ('break_glass', 'A')) OR g.resource = 'suspicion' AND g.action IN ('U', 'A')))
$$;

-- Somebody who left the organisation: what ends with that gives nobody anything.
CREATE FUNCTION iam.has_left(asked uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = iam, pg_temp AS
$$ SELECT EXISTS (SELECT FROM iam.users u WHERE u.user_id = asked AND u.left_at IS NOT NULL) $$;

-- Settings that guard access, by the group that their key begins with.
CREATE FUNCTION iam.is_guarding_setting(asked text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$ SELECT split_part(asked, '.', 1) IN ('break_glass', 'signin', 'session', 'access', 'limits', 'export', 'control') $$;

-- Whether what is written now is a person's, by whatever name: the system's own work, such as what the server's commands and an identity
-- provider bring, is not, and neither is a release.
CREATE FUNCTION iam.takes_two() RETURNS boolean LANGUAGE sql STABLE SET search_path = iam, pg_temp AS
$$ SELECT iam.is_product() AND iam.uid() IS DISTINCT FROM '00000000-0000-7000-8000-000000000001' $$;

-- At the end of the transaction: what a savepoint undid, as a rehearsal does, asks for nobody.
CREATE FUNCTION iam.second_person() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
DECLARE
    guarded boolean := true;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'grants' THEN
            -- A copy of a role that nobody holds yet gives nobody anything: giving it to somebody takes two.
            guarded := TG_OP <> 'INSERT' OR EXISTS (SELECT FROM iam.user_roles ur WHERE ur.role_id = NEW.role_id) OR NOT EXISTS (
                SELECT FROM iam.roles r JOIN iam.roles b ON b.role_id <> r.role_id AND r.based_on IN (b.role_key, b.based_on) JOIN iam.grants g ON g.role_id = b.role_id
                 WHERE r.role_id = NEW.role_id AND (b.is_shipped OR EXISTS (SELECT FROM iam.user_roles ur WHERE ur.role_id = b.role_id)) AND (g.resource, g.action) = (NEW.resource, NEW.action) AND g.reach >= NEW.reach AND (NEW.per_user OR NOT g.per_user));
        WHEN 'user_roles' THEN
            guarded := TG_OP <> 'DELETE' OR iam.is_powerful_role(OLD.role_id) OR NOT iam.has_left(OLD.user_id);
        WHEN 'settings' THEN
            guarded := iam.is_guarding_setting(CASE TG_OP WHEN 'DELETE' THEN OLD.key ELSE NEW.key END);
        WHEN 'users' THEN
            guarded := NEW.kind IN ('USER', 'SERVICE') AND (NEW.email IS DISTINCT FROM OLD.email OR NEW.kind <> OLD.kind
                OR TG_NAME = 'second_person_password' OR NEW.status <> OLD.status AND (NEW.status = 'ACTIVE' OR iam.is_powerful(NEW.user_id)));
        WHEN 'mfa_authenticator' THEN
            guarded := TG_OP = 'INSERT' OR NOT iam.has_left(OLD.user_id);
        WHEN 'user_branch_scopes' THEN
            guarded := iam.is_powerful(NEW.user_id);
        WHEN 'unit_branches' THEN
            guarded := EXISTS (SELECT FROM iam.user_branch_scopes s WHERE s.unit_code = NEW.unit_code AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
                                AND iam.is_powerful(s.user_id));
        ELSE
            NULL;
    END CASE;
    IF guarded AND NOT iam.change_is_applied() THEN
        RAISE EXCEPTION 'This change takes a second person.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'second_person';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE OR DELETE ON iam.user_roles
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE OR DELETE ON iam.grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE OR DELETE ON iam.settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER UPDATE OF email, status, kind ON iam.users
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
-- Nobody sets a colleague's password: it is the person's own, by the link.
CREATE CONSTRAINT TRIGGER second_person_password AFTER UPDATE OF password ON iam.users
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.password IS DISTINCT FROM OLD.password AND NEW.user_id IS DISTINCT FROM iam.uid() AND iam.takes_two())
    EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON iam.password_links
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON iam.user_switches
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE ON iam.user_branch_scopes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT OR UPDATE ON iam.unit_branches
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON iam.external_identities
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON iam.service_keys
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person_added AFTER INSERT ON iam.mfa_authenticator
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.user_id IS DISTINCT FROM iam.uid() AND iam.takes_two()) EXECUTE FUNCTION iam.second_person();
CREATE CONSTRAINT TRIGGER second_person AFTER DELETE ON iam.mfa_authenticator
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.user_id IS DISTINCT FROM iam.uid() AND iam.takes_two()) EXECUTE FUNCTION iam.second_person();

-- Since when a person is written to at this address: one that was changed lately proves nobody.
CREATE FUNCTION iam.note_email_change() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    NEW.email_changed_at := CASE WHEN NEW.email IS DISTINCT FROM OLD.email THEN statement_timestamp() ELSE OLD.email_changed_at END;
    RETURN NEW;
END $$;
CREATE TRIGGER note_email_change BEFORE UPDATE OF email, email_changed_at ON iam.users FOR EACH ROW EXECUTE FUNCTION iam.note_email_change();

-- Who has left does not come back under the old name: whoever returns is a new user, with rights that two people give.
CREATE FUNCTION iam.guard_leaver() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF OLD.left_at IS NOT NULL AND (NEW.left_at IS DISTINCT FROM OLD.left_at OR NEW.status <> 'SUSPENDED') OR NEW.left_at IS NOT NULL AND NEW.status <> 'SUSPENDED' THEN
        RAISE EXCEPTION 'Who has left stays suspended.' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_leaver_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_leaver BEFORE UPDATE OF left_at, status ON iam.users FOR EACH ROW EXECUTE FUNCTION iam.guard_leaver();

-- What watches stays: compliance, and every role made after it, keeps what it watches with.
CREATE FUNCTION iam.guard_watching() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.is_product() AND (OLD.resource, OLD.action) IN (('audit', 'R'), ('suspicion', 'R'), ('suspicion', 'U'), ('break_glass', 'A'), ('configuration', 'R'))
       AND EXISTS (SELECT FROM iam.roles r WHERE r.role_id = OLD.role_id AND coalesce(r.based_on, r.role_key) = 'COMPLIANCE')
       AND (TG_OP = 'DELETE' OR (NEW.role_id, NEW.resource, NEW.action) IS DISTINCT FROM (OLD.role_id, OLD.resource, OLD.action)
            OR NEW.reach < OLD.reach OR NEW.per_user AND NOT OLD.per_user OR NEW.limited_to <> OLD.limited_to) THEN
        RAISE EXCEPTION 'Compliance keeps what it watches with.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER guard_watching BEFORE UPDATE OR DELETE ON iam.grants FOR EACH ROW EXECUTE FUNCTION iam.guard_watching();

-- The last active person of compliance stays one, once there is one.
CREATE FUNCTION iam.guard_last_watcher() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
DECLARE
    watched boolean;
BEGIN
    IF TG_TABLE_NAME = 'users' THEN
        watched := EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id WHERE ur.user_id = OLD.user_id AND r.role_key = 'COMPLIANCE');
    ELSE
        watched := EXISTS (SELECT FROM iam.roles r WHERE r.role_id = OLD.role_id AND r.role_key = 'COMPLIANCE')
            AND EXISTS (SELECT FROM iam.users u WHERE u.user_id = OLD.user_id AND u.status = 'ACTIVE' AND u.kind = 'USER');
    END IF;
    IF NOT watched THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('iam.watchers', 0));
    IF NOT EXISTS (SELECT FROM iam.users u JOIN iam.user_roles ur ON ur.user_id = u.user_id JOIN iam.roles r ON r.role_id = ur.role_id
                    WHERE r.role_key = 'COMPLIANCE' AND u.status = 'ACTIVE' AND u.kind = 'USER') THEN
        RAISE EXCEPTION 'The last active person of compliance stays one.' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_last_watcher';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_last_watcher AFTER UPDATE OF status, kind ON iam.users
    FOR EACH ROW WHEN (OLD.status = 'ACTIVE' AND (NEW.status <> 'ACTIVE' OR NEW.kind <> 'USER')) EXECUTE FUNCTION iam.guard_last_watcher();
CREATE CONSTRAINT TRIGGER guard_last_watcher AFTER UPDATE OR DELETE ON iam.user_roles
    FOR EACH ROW EXECUTE FUNCTION iam.guard_last_watcher();
