-- Who acts and how far it reaches, read by every row policy of the product. Only app.user_id is passed by the
-- caller; scopes come from the tables, so that a withdrawn grant works in the next transaction.

CREATE FUNCTION iam.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

CREATE FUNCTION iam.reach(asked_resource text, asked_action text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(max(g.reach), 0)::integer
    FROM iam.users u
    JOIN iam.user_roles ur ON ur.user_id = u.user_id
    JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.resource = asked_resource AND g.action = asked_action
      AND (NOT g.per_user OR EXISTS (
            SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;

CREATE FUNCTION iam.scope_branches() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT b.branch_code), '{}')
    FROM iam.users u
    JOIN iam.user_branch_scopes s ON s.user_id = u.user_id
    LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
    JOIN iam.branches b ON b.branch_code = coalesce(s.branch_code, ub.branch_code)
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE'
      AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
      AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
$$;

CREATE FUNCTION iam.scope_units() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT s.unit_code), '{}')
    FROM iam.users u
    JOIN iam.user_branch_scopes s ON s.user_id = u.user_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND s.unit_code IS NOT NULL
      AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
      AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
$$;

-- The branches in which the caller holds the action: all of them for ALL, the scopes for BRANCH, else none.
CREATE FUNCTION iam.branches_for(asked_resource text, asked_action text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT CASE iam.reach(asked_resource, asked_action)
        WHEN 4 THEN (SELECT coalesce(array_agg(branch_code), '{}') FROM iam.branches)
        WHEN 3 THEN iam.scope_branches()
        ELSE '{}' END
$$;

-- The caller, when the action reaches at least the own portfolio; else nobody.
CREATE FUNCTION iam.portfolio_for(asked_resource text, asked_action text) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = iam, pg_temp AS
$$ SELECT CASE WHEN iam.reach(asked_resource, asked_action) >= 2 THEN iam.uid() END $$;

-- Customers opened to the caller beyond the grants, honoured to the second.
CREATE FUNCTION iam.elevated_customers() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(e.customer_id), '{}')
    FROM iam.elevations e JOIN iam.users u ON u.user_id = e.user_id
    WHERE e.user_id = iam.uid() AND u.status = 'ACTIVE' AND e.revoked_at IS NULL
      AND e.starts_at <= statement_timestamp() AND e.ends_at > statement_timestamp()
$$;

ALTER FUNCTION iam.reach(text, text) OWNER TO simpul_search;
ALTER FUNCTION iam.scope_branches() OWNER TO simpul_search;
ALTER FUNCTION iam.scope_units() OWNER TO simpul_search;
ALTER FUNCTION iam.branches_for(text, text) OWNER TO simpul_search;
ALTER FUNCTION iam.elevated_customers() OWNER TO simpul_search;
ALTER FUNCTION iam.actor(uuid) OWNER TO simpul_search;
GRANT SELECT ON iam.users, iam.roles, iam.user_roles, iam.grants, iam.user_switches, iam.user_branch_scopes,
                iam.branches, iam.units, iam.unit_branches, iam.elevations TO simpul_search;

-- Row policies. Nothing here belongs to a customer but customer_reach and elevations; the rest is readable by the
-- application and changed only by who manages the configuration, or by a person for the own row.
CREATE PROCEDURE iam.protect(target regclass) LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    -- FORCE follows when the migrations are done (simpul.platform.db.forcing): before, it would hide rows from them.
END $$;

DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['users', 'roles', 'user_roles', 'grants', 'user_switches', 'user_branch_scopes', 'branches', 'units', 'unit_branches'] LOOP
        CALL iam.protect(('iam.' || target)::regclass);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR SELECT TO simpul_app, simpul_worker USING (true)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_delete', target);
    END LOOP;
END $$;
CREATE POLICY users_own_row ON iam.users FOR UPDATE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid())) WITH CHECK (user_id = (SELECT iam.uid()));
-- A person changes the own preferences and password; what decides about access is the administrator's.
CREATE FUNCTION iam.guard_own_row() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF (NEW.kind, NEW.status, NEW.username) IS DISTINCT FROM (OLD.kind, OLD.status, OLD.username)
       AND current_user IN ('simpul_app', 'simpul_worker') AND iam.reach('configuration', 'M') < 4 THEN
        RAISE EXCEPTION 'Only an administrator changes who may sign in.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_own_row BEFORE UPDATE ON iam.users FOR EACH ROW EXECUTE FUNCTION iam.guard_own_row();

-- Nobody gives a role to themself, whatever they may manage.
CREATE FUNCTION iam.guard_self_grant() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF NEW.user_id = iam.uid() THEN
        RAISE EXCEPTION 'Nobody grants a role to themself.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_self_grant BEFORE INSERT OR UPDATE ON iam.user_roles FOR EACH ROW EXECUTE FUNCTION iam.guard_self_grant();

-- Where each customer belongs. Written by a trigger of the customers' table, never by the application itself.
CALL iam.protect('iam.customer_reach');
REVOKE INSERT, UPDATE, DELETE ON iam.customer_reach FROM simpul_app, simpul_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON iam.customer_reach TO simpul_search;
CREATE INDEX customer_reach_branch_idx ON iam.customer_reach (branch_code);
CREATE INDEX customer_reach_rm_idx ON iam.customer_reach (rm_user_id) WHERE rm_user_id IS NOT NULL;
CREATE POLICY customer_reach_read ON iam.customer_reach FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('customer', 'R'))::text[])
    OR rm_user_id = (SELECT iam.portfolio_for('customer', 'R'))
    OR customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]));
CREATE POLICY customer_reach_insert ON iam.customer_reach FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY customer_reach_update ON iam.customer_reach FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY customer_reach_delete ON iam.customer_reach FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('iam.elevations');
CREATE POLICY elevations_read ON iam.elevations FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) OR (SELECT iam.reach('break_glass', 'A')) > 0 OR (SELECT iam.reach('break_glass', 'U')) = 4);
CREATE POLICY elevations_insert ON iam.elevations FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id <> (SELECT iam.uid()) AND (SELECT iam.reach('break_glass', 'A')) > 0);
CREATE POLICY elevations_update ON iam.elevations FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('break_glass', 'A')) > 0);
CREATE POLICY elevations_delete ON iam.elevations FOR DELETE TO simpul_app, simpul_worker USING (false);

-- The trail: everybody writes only as themself; reading takes the grant, or is limited to the own acts.
CREATE POLICY audit_logs_insert ON audit.audit_logs FOR INSERT TO simpul_app, simpul_worker WITH CHECK (actor_user_id = (SELECT iam.uid()));
CREATE POLICY audit_logs_read ON audit.audit_logs FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('audit', 'R')) = 4 OR ((SELECT iam.reach('audit', 'R')) >= 1 AND actor_user_id = (SELECT iam.uid())));
CREATE POLICY audit_logs_update ON audit.audit_logs FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY audit_logs_delete ON audit.audit_logs FOR DELETE TO simpul_app, simpul_worker USING (false);
ALTER TABLE audit.audit_logs ADD CONSTRAINT audit_logs_actor_known FOREIGN KEY (actor_user_id) REFERENCES iam.users (user_id);
