-- A row carries the era and the moment of the server: a writer names neither. A second is left for a clock that is set right meanwhile.
CREATE FUNCTION audit.current_era() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_get_expr(d.adbin, d.adrelid)::integer FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
     WHERE a.attrelid = 'audit.audit_logs'::regclass AND a.attname = 'era'
$$;
REVOKE ALL ON FUNCTION audit.current_era() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.current_era() TO simpul_app, simpul_worker;
ALTER POLICY audit_logs_insert ON audit.audit_logs WITH CHECK (
    actor_user_id = (SELECT iam.uid()) AND elevation_id IS NOT DISTINCT FROM (SELECT iam.elevation()) AND xid = pg_current_xact_id()
    AND era = (SELECT audit.current_era()) AND created_at BETWEEN now() - interval '1 second' AND clock_timestamp() + interval '1 second');
