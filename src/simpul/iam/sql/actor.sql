-- Everything a request needs to know of its caller, in one look-up.
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
              AND (s.active_to IS NULL OR s.active_to > statement_timestamp())), '[]'))
    FROM iam.users u WHERE u.user_id = wanted
$$;
