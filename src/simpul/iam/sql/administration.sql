-- What administrators change, and the guards that no grant lifts.
UPDATE iam.roles SET is_shipped = true;
ALTER TABLE iam.roles
    ADD CONSTRAINT roles_key_shape CHECK (role_key ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT roles_shipped_or_based CHECK (is_shipped = (based_on IS NULL)),
    ADD CONSTRAINT roles_based_on_known FOREIGN KEY (based_on) REFERENCES iam.roles (role_key),
    ADD CONSTRAINT roles_shipped_stay CHECK (NOT is_shipped OR retired_at IS NULL);

-- Who acts as the product itself, or as nobody, is made by migrations: rules about administrators are for the product's roles.
CREATE FUNCTION iam.is_product() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$ SELECT current_user IN ('simpul_app', 'simpul_worker') $$;

-- Nobody gives anything to themself: roles were guarded before, scopes and switches are from now on.
CREATE TRIGGER guard_self_grant BEFORE INSERT OR UPDATE ON iam.user_branch_scopes FOR EACH ROW EXECUTE FUNCTION iam.guard_self_grant();
CREATE TRIGGER guard_self_grant BEFORE INSERT OR UPDATE ON iam.user_switches FOR EACH ROW EXECUTE FUNCTION iam.guard_self_grant();

-- The last active administrator stays one. Two who suspend each other at the same moment wait for one another here.
CREATE FUNCTION iam.guard_last_administrator() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
DECLARE
    was_administrator boolean;
BEGIN
    IF TG_TABLE_NAME = 'users' THEN
        was_administrator := EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id WHERE ur.user_id = OLD.user_id AND r.role_key = 'ADMIN');
    ELSE
        was_administrator := EXISTS (SELECT FROM iam.roles r WHERE r.role_id = OLD.role_id AND r.role_key = 'ADMIN');
    END IF;
    IF NOT was_administrator THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('iam.administrators', 0));
    IF NOT EXISTS (SELECT FROM iam.users u JOIN iam.user_roles ur ON ur.user_id = u.user_id JOIN iam.roles r ON r.role_id = ur.role_id
                    WHERE r.role_key = 'ADMIN' AND u.status = 'ACTIVE' AND u.kind = 'USER') THEN
        RAISE EXCEPTION 'The last active administrator stays one.' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_last_administrator';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard_last_administrator AFTER UPDATE OF status, kind ON iam.users
    FOR EACH ROW WHEN (OLD.status = 'ACTIVE' AND (NEW.status <> 'ACTIVE' OR NEW.kind <> 'USER')) EXECUTE FUNCTION iam.guard_last_administrator();
CREATE CONSTRAINT TRIGGER guard_last_administrator AFTER UPDATE OR DELETE ON iam.user_roles
    FOR EACH ROW EXECUTE FUNCTION iam.guard_last_administrator();

-- Roles that nobody may be given: the system's own and retired ones.
CREATE FUNCTION iam.guard_assignable_role() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.is_product() AND NOT EXISTS (SELECT FROM iam.roles r WHERE r.role_id = NEW.role_id AND r.is_assignable AND r.retired_at IS NULL) THEN
        RAISE EXCEPTION 'Nobody is given a retired role or the role of the system.' USING ERRCODE = 'check_violation', CONSTRAINT = 'user_roles_assignable';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_assignable_role BEFORE INSERT OR UPDATE ON iam.user_roles FOR EACH ROW EXECUTE FUNCTION iam.guard_assignable_role();

-- Shipped roles keep what makes them that; the organisation's own stay its own.
CREATE FUNCTION iam.guard_role() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF NOT iam.is_product() THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.is_shipped THEN
            RAISE EXCEPTION 'A shipped role comes with a release.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR OLD.is_shipped OR (NEW.role_key, NEW.is_shipped, NEW.based_on, NEW.is_assignable) IS DISTINCT FROM (OLD.role_key, OLD.is_shipped, OLD.based_on, OLD.is_assignable) THEN
        RAISE EXCEPTION 'A role keeps its key and its origin, and a shipped one its name.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_role BEFORE INSERT OR UPDATE OR DELETE ON iam.roles FOR EACH ROW EXECUTE FUNCTION iam.guard_role();

-- Grants of the system are the product's own. Administrators keep the configuration, or nobody could give it back.
CREATE FUNCTION iam.guard_grant() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
DECLARE
    concerned text := (SELECT role_key FROM iam.roles WHERE role_id = CASE TG_OP WHEN 'INSERT' THEN NEW.role_id ELSE OLD.role_id END);
BEGIN
    IF iam.is_product() THEN
        IF concerned = 'SYSTEM' THEN
            RAISE EXCEPTION 'The grants of the system come with a release.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF TG_OP <> 'INSERT' AND concerned = 'ADMIN' AND OLD.resource = 'configuration' AND OLD.action = 'M'
           AND (TG_OP = 'DELETE' OR (NEW.role_id, NEW.resource, NEW.action, NEW.reach, NEW.per_user) IS DISTINCT FROM (OLD.role_id, OLD.resource, OLD.action, 4::smallint, false)) THEN
            RAISE EXCEPTION 'Administrators keep the configuration.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.resource = 'consent' AND NEW.action <> 'R'
           AND 'MARKETING' IN (SELECT coalesce(r.based_on, r.role_key) FROM iam.roles r WHERE r.role_id = NEW.role_id) THEN
            RAISE EXCEPTION 'Marketing never changes a consent.' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER guard_grant BEFORE INSERT OR UPDATE OR DELETE ON iam.grants FOR EACH ROW EXECUTE FUNCTION iam.guard_grant();

-- One-time links for setting a password. Administrators make them for others; who holds the token acts as the user then.
ALTER TABLE iam.password_links ADD CONSTRAINT password_links_digest_length CHECK (length(digest) = 64);
CALL iam.protect('iam.password_links');
CREATE POLICY password_links_read ON iam.password_links FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) OR (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY password_links_insert ON iam.password_links FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND created_by = (SELECT iam.uid()) AND user_id <> (SELECT iam.uid()));
CREATE POLICY password_links_update ON iam.password_links FOR UPDATE TO simpul_app, simpul_worker
    USING (ended_at IS NULL AND (user_id = (SELECT iam.uid()) OR (SELECT iam.reach('configuration', 'M')) = 4)) WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY password_links_delete ON iam.password_links FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Whose link this is, for as long as it may be used; nobody is signed in when this is asked.
CREATE FUNCTION iam.password_link(asked text) RETURNS TABLE (password_link_id uuid, user_id uuid, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, pg_temp AS $$
    SELECT l.password_link_id, l.user_id, l.expires_at FROM iam.password_links l JOIN iam.users u ON u.user_id = l.user_id
     WHERE l.digest = asked AND l.ended_at IS NULL AND l.expires_at > statement_timestamp() AND u.status = 'ACTIVE' AND u.kind = 'USER'
$$;
GRANT SELECT ON iam.password_links TO simpul_search;
ALTER FUNCTION iam.password_link(text) OWNER TO simpul_search;
GRANT EXECUTE ON FUNCTION iam.password_link(text) TO simpul_app, simpul_worker;
CREATE INDEX users_full_name_idx ON iam.users (full_name, user_id);
