-- The branches that the caller works for by a scope of their own. A unit brings the customers of the branches that it serves, and of their
-- records only those that lie with the unit.
CREATE FUNCTION iam.own_branches() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT s.branch_code), '{}')
    FROM iam.users u
    JOIN iam.user_branch_scopes s ON s.user_id = u.user_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND s.branch_code IS NOT NULL
      AND (s.active_from IS NULL OR s.active_from <= statement_timestamp())
      AND (s.active_to IS NULL OR s.active_to > statement_timestamp())
$$;
ALTER FUNCTION iam.own_branches() OWNER TO simpul_search;
