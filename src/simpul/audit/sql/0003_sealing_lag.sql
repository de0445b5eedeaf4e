-- How far the sealer is behind: numbers and one moment, for whoever operates the installation. Who may not open the trail
-- learns nothing of its rows.
GRANT SELECT (era, xid, created_at) ON audit.audit_logs TO simpul_search;
GRANT SELECT (number, kind, era, upper, rows_total, sealed_at) ON audit.audit_seals TO simpul_search;
CREATE FUNCTION audit.sealing_lag(ceiling integer, OUT sealed_rows bigint, OUT unsealed_rows bigint, OUT oldest_unsealed_at timestamptz, OUT seal_number bigint,
                                  OUT sealed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = audit, pg_temp AS $$
    WITH newest AS (SELECT s.number, s.sealed_at, s.rows_total FROM audit.audit_seals s ORDER BY s.number DESC LIMIT 1),
         edge AS (SELECT s.era, s.upper FROM audit.audit_seals s WHERE s.kind = 'ROWS' ORDER BY s.number DESC LIMIT 1),
         rest AS (SELECT l.created_at FROM audit.audit_logs l
                  WHERE (l.era, l.xid) >= (coalesce((SELECT e.era FROM edge e), 1), coalesce((SELECT e.upper FROM edge e), '0'::xid8))
                  ORDER BY l.era, l.xid LIMIT ceiling)
    SELECT coalesce((SELECT n.rows_total FROM newest n), 0), (SELECT count(*) FROM rest), (SELECT min(r.created_at) FROM rest r),
           (SELECT n.number FROM newest n), (SELECT n.sealed_at FROM newest n)
$$;
ALTER FUNCTION audit.sealing_lag(integer) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION audit.sealing_lag(integer) FROM PUBLIC, simpul_sealer, simpul_migrate;
GRANT EXECUTE ON FUNCTION audit.sealing_lag(integer) TO simpul_app, simpul_worker;
