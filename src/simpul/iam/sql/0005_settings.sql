-- Settings of the organisation and of its units. Everybody reads them, as every request depends on them.
ALTER TABLE iam.settings ADD CONSTRAINT settings_key_shape CHECK (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$' AND length(key) <= 80);
ALTER TABLE iam.unit_settings ADD CONSTRAINT unit_settings_key_shape CHECK (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$' AND length(key) <= 80);
ALTER TABLE iam.configuration_revisions ADD CONSTRAINT configuration_revisions_reason_length CHECK (length(reason) BETWEEN 1 AND 500);

DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['settings', 'unit_settings'] LOOP
        CALL iam.protect(('iam.' || target)::regclass);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR SELECT TO simpul_app, simpul_worker USING (true)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''configuration'', ''M'')) = 4 AND changed_by = (SELECT iam.uid()))', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4) WITH CHECK (changed_by = (SELECT iam.uid()))', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_delete', target);
    END LOOP;
END $$;

-- What was changed, by whom and why: added to, never changed.
CALL iam.protect('iam.configuration_revisions');
CREATE POLICY configuration_revisions_read ON iam.configuration_revisions FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY configuration_revisions_insert ON iam.configuration_revisions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND changed_by = (SELECT iam.uid()));
CREATE POLICY configuration_revisions_update ON iam.configuration_revisions FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY configuration_revisions_delete ON iam.configuration_revisions FOR DELETE TO simpul_app, simpul_worker USING (false);

-- What was changed from the defaults: by the organisation, and by each unit that the user works for now. Which of several
-- values is the strictest is decided where settings are declared.
CREATE FUNCTION iam.held_settings(wanted uuid) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT jsonb_build_object(
        'organisation', coalesce((SELECT jsonb_object_agg(s.key, s.value) FROM iam.settings s), '{}'),
        'units', coalesce((SELECT jsonb_agg(u.held ORDER BY u.unit_code) FROM (
                SELECT us.unit_code, jsonb_object_agg(us.key, us.value) AS held FROM iam.unit_settings us
                 WHERE us.unit_code IN (
                        SELECT sc.unit_code FROM iam.user_branch_scopes sc WHERE sc.user_id = wanted
                           AND (sc.active_from IS NULL OR sc.active_from <= statement_timestamp())
                           AND (sc.active_to IS NULL OR sc.active_to > statement_timestamp()))
                 GROUP BY us.unit_code) u), '[]'))
$$;
GRANT SELECT ON iam.settings, iam.unit_settings TO simpul_search;

-- As before, and with the settings: everything a request needs to know of its caller, in one look-up.
CREATE OR REPLACE FUNCTION iam.actor(wanted uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT jsonb_build_object(
        'id', u.user_id, 'kind', u.kind, 'status', u.status, 'username', u.username, 'full_name', u.full_name,
        'language', u.language, 'theme', u.theme,
        'roles', coalesce((SELECT jsonb_agg(r.role_key ORDER BY r.rank, r.role_key)
                           FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id WHERE ur.user_id = u.user_id), '[]'),
        'grants', coalesce((SELECT jsonb_object_agg(resource, actions) FROM (
                SELECT resource, jsonb_object_agg(action, reach) AS actions FROM (
                    SELECT g.resource, g.action, max(g.reach) AS reach
                    FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id
                    WHERE ur.user_id = u.user_id AND (NOT g.per_user OR EXISTS (
                        SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
                    GROUP BY g.resource, g.action) a
                GROUP BY resource) b), '{}'),
        'scopes', coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_array(s.scope_type, s.unit_code, b.branch_code))
            FROM iam.user_branch_scopes s
            LEFT JOIN iam.unit_branches ub ON ub.unit_code = s.unit_code
            LEFT JOIN iam.branches b ON b.branch_code = coalesce(s.branch_code, ub.branch_code)
            WHERE s.user_id = u.user_id
              AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
              AND (s.active_to IS NULL OR s.active_to > statement_timestamp())), '[]'),
        'settings', iam.held_settings(u.user_id))
    FROM iam.users u WHERE u.user_id = wanted
$$;
