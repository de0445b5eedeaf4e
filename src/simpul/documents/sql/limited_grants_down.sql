CREATE OR REPLACE FUNCTION iam.resources_reached(asked_action text, at_least integer) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT g.resource), '{}')
    FROM iam.users u
    JOIN iam.user_roles ur ON ur.user_id = u.user_id
    JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.action = asked_action AND g.reach >= at_least
      AND (NOT g.per_user OR EXISTS (
            SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;
