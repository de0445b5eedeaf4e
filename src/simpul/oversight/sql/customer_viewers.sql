-- Who could open a customer, by which ways and from when to when within a period; for readers of the whole trail. The statement asks of every
-- past instant what row-level security asks of the present one: grants of roles that active people held, by everywhere, place or portfolio,
-- and emergency access. The same holder by the same way at a stretch is one row. How many rows a range leaves is guessed far too low, so people
-- are joined by hash whatever the guess.
CREATE FUNCTION crm.customer_viewers(wanted uuid, since timestamptz, until timestamptz)
RETURNS TABLE (user_id uuid, way text, role_key text, named boolean, place text, elevation_id uuid, opened_at timestamptz, closed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, crm, pg_temp SET enable_nestloop = off AS $$
    WITH span AS MATERIALIZED (
        -- A customer is seen from its making on.
        SELECT tstzrange(since, until) * tstzrange(c.created_at, NULL) AS during
          FROM crm.customers c WHERE c.customer_id = wanted AND iam.reach('audit', 'R') = 4
    ), belonged AS MATERIALIZED (
        SELECT p.branch_code, p.rm_user_id, p.during * s.during AS during
          FROM span s JOIN iam.customer_reach_periods p ON p.customer_id = wanted AND p.during && s.during
    ), active AS MATERIALIZED (
        SELECT p.user_id, p.during FROM iam.user_periods p WHERE p.during && tstzrange(since, until) AND p.status = 'ACTIVE' AND p.kind IN ('USER', 'SERVICE')
    ), granted AS MATERIALIZED (
        SELECT p.role_id, p.resource, p.reach, p.per_user, p.during FROM iam.grant_periods p
         WHERE p.during && tstzrange(since, until)
           AND (p.resource = 'customer' AND p.action = 'R' AND p.reach >= 2 OR p.resource = 'break_glass' AND p.action = 'C')
    ), holding AS MATERIALIZED (
        SELECT p.user_id, p.role_id, g.resource, g.reach, g.per_user, p.during * g.during * a.during AS during
          FROM granted g JOIN iam.user_role_periods p ON p.role_id = g.role_id AND p.during && g.during
          JOIN active a ON a.user_id = p.user_id AND a.during && p.during
         WHERE p.during && tstzrange(since, until)
    ), reading AS MATERIALIZED (
        SELECT h.user_id, h.role_id, h.reach, h.per_user AS named, h.during FROM holding h WHERE h.resource = 'customer' AND NOT h.per_user
        UNION ALL
        SELECT h.user_id, h.role_id, h.reach, h.per_user, h.during * w.during
          FROM holding h JOIN iam.switch_periods w ON w.user_id = h.user_id AND w.during && h.during
         WHERE h.resource = 'customer' AND h.per_user AND w.resource = 'customer' AND w.action = 'R' AND w.during && tstzrange(since, until)
    ), places AS MATERIALIZED (
        SELECT p.user_id, b.branch_code, NULL::text AS unit_code, p.during * b.during AS during
          FROM belonged b JOIN iam.scope_periods p ON p.branch_code = b.branch_code AND p.during && b.during
         WHERE p.held && tstzrange(since, until)
        UNION ALL
        SELECT p.user_id, b.branch_code, p.unit_code, p.during * u.during * b.during
          FROM belonged b JOIN iam.unit_branch_periods u ON u.branch_code = b.branch_code AND u.during && b.during
          JOIN iam.scope_periods p ON p.unit_code = u.unit_code AND p.during && u.during
         WHERE u.during && tstzrange(since, until) AND p.held && tstzrange(since, until)
    ), pieces AS (
        SELECT r.user_id, 'EVERYWHERE' AS way, r.role_id, r.named, NULL::text AS place, NULL::uuid AS elevation_id, r.during * b.during AS during
          FROM reading r JOIN belonged b ON b.during && r.during
         WHERE r.reach = 4
        UNION ALL
        SELECT r.user_id, CASE WHEN p.unit_code IS NULL THEN 'BRANCH' ELSE 'UNIT' END, r.role_id, r.named, coalesce(p.unit_code, p.branch_code), NULL,
               r.during * p.during
          FROM reading r JOIN places p ON p.user_id = r.user_id AND p.during && r.during
         WHERE r.reach = 3
        UNION ALL
        SELECT r.user_id, 'PORTFOLIO', r.role_id, r.named, NULL, NULL, r.during * b.during
          FROM reading r JOIN belonged b ON b.rm_user_id = r.user_id AND b.during && r.during
         WHERE r.reach IN (2, 3)
        UNION ALL
        SELECT e.user_id, 'EMERGENCY', NULL, false, NULL, e.elevation_id, e.during * a.during * s.during
          FROM span s JOIN iam.elevation_periods e ON e.customer_id = wanted AND e.during && s.during
          JOIN active a ON a.user_id = e.user_id AND a.during && e.during
         WHERE e.reason_type <> 'BREAK_GLASS'
        UNION ALL
        -- One that came of a request ends as well with the grant to ask for it.
        SELECT e.user_id, 'EMERGENCY', NULL, false, NULL, e.elevation_id, e.during * h.during * s.during
          FROM span s JOIN iam.elevation_periods e ON e.customer_id = wanted AND e.during && s.during
          JOIN holding h ON h.user_id = e.user_id AND h.resource = 'break_glass' AND h.during && e.during
         WHERE e.reason_type = 'BREAK_GLASS'
    ), stretches AS (
        SELECT p.user_id, p.way, p.role_id, p.named, p.place, p.elevation_id, range_agg(p.during) AS during
          FROM pieces p GROUP BY p.user_id, p.way, p.role_id, p.named, p.place, p.elevation_id
    )
    SELECT x.user_id, x.way, r.role_key, x.named, x.place, x.elevation_id, lower(d.during), upper(d.during)
      FROM stretches x CROSS JOIN LATERAL unnest(x.during) AS d (during) LEFT JOIN iam.roles r ON r.role_id = x.role_id
     ORDER BY x.user_id, lower(d.during), x.way, r.role_key, x.place
$$;

-- Where a customer belongs now, with its zone and the instants before which nothing is known; for readers of the whole trail.
CREATE FUNCTION crm.customer_place(wanted uuid) RETURNS TABLE (branch_code text, branch_name text, time_zone text, created_at timestamptz, whole_since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = iam, crm, pg_temp AS $$
    SELECT b.branch_code, b.name, b.time_zone, c.created_at, h.whole_since
      FROM crm.customers c JOIN iam.customer_reach r ON r.customer_id = c.customer_id JOIN iam.branches b ON b.branch_code = r.branch_code
     CROSS JOIN iam.rights_history h
     WHERE c.customer_id = wanted AND iam.reach('audit', 'R') = 4
$$;
ALTER FUNCTION crm.customer_viewers(uuid, timestamptz, timestamptz) OWNER TO simpul_search;
ALTER FUNCTION crm.customer_place(uuid) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.customer_viewers(uuid, timestamptz, timestamptz), crm.customer_place(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.customer_viewers(uuid, timestamptz, timestamptz), crm.customer_place(uuid) TO simpul_app, simpul_worker;
