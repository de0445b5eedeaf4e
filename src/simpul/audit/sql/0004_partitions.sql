-- A month whose rows came before its partition (the nightly job did not run, or a clock was wrong) lies in the default
-- partition, and PostgreSQL makes no partition beside rows that belong into it. Such rows are moved, byte for byte, with
-- their transaction ids; the trail is locked while that lasts.
CREATE POLICY audit_logs_default_owner ON audit.audit_logs_default FOR SELECT TO simpul_owner USING (true);

CREATE FUNCTION audit.make_month(month date) RETURNS boolean LANGUAGE plpgsql SET search_path = audit, pg_temp AS $$
DECLARE
    partition text := format('audit_logs_%s', to_char(month, 'YYYY_MM'));
BEGIN
    IF to_regclass('audit.' || partition) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.audit_logs FOR VALUES FROM (%L) TO (%L)', partition,
                   month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION audit.make_month(date) FROM PUBLIC, simpul_app, simpul_worker, simpul_search, simpul_sealer, simpul_migrate;

CREATE OR REPLACE FUNCTION audit.ensure_partitions(months integer DEFAULT 3) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
    first date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
    month date;
    partition text;
    made integer := 0;
    astray bigint;
    moved bigint := 0;
    here bigint;
BEGIN
    IF EXISTS (SELECT FROM audit.audit_logs_default) THEN
        LOCK TABLE audit.audit_logs IN ACCESS EXCLUSIVE MODE;
        SELECT count(*) INTO astray FROM audit.audit_logs_default;
        ALTER TABLE audit.audit_logs DETACH PARTITION audit.audit_logs_default;
        ALTER TABLE audit.audit_logs_default RENAME TO audit_logs_astray;
        ALTER TABLE audit.audit_logs_astray NO FORCE ROW LEVEL SECURITY;
        FOR month IN SELECT DISTINCT date_trunc('month', created_at AT TIME ZONE 'UTC')::date FROM audit.audit_logs_astray ORDER BY 1 LOOP
            partition := format('audit_logs_%s', to_char(month, 'YYYY_MM'));
            IF NOT audit.make_month(month) THEN
                RAISE EXCEPTION 'The month % has a partition and rows outside it.', month USING ERRCODE = 'data_corrupted';
            END IF;
            EXECUTE format('INSERT INTO audit.%I (audit_id, created_at, xid, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,'
                           ' ip_address, user_agent, request_id, elevation_id, outcome, meta, era)'
                           ' SELECT audit_id, created_at, xid, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,'
                           ' ip_address, user_agent, request_id, elevation_id, outcome, meta, era FROM audit.audit_logs_astray'
                           ' WHERE created_at >= %L AND created_at < %L', partition,
                           month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            GET DIAGNOSTICS here = ROW_COUNT;
            moved := moved + here;
            CALL audit.guard(('audit.' || partition)::regclass);
            made := made + 1;
        END LOOP;
        IF moved <> astray THEN
            RAISE EXCEPTION '% of % rows of the trail found their month.', moved, astray USING ERRCODE = 'data_corrupted';
        END IF;
        DROP TABLE audit.audit_logs_astray;
        CREATE TABLE audit.audit_logs_default PARTITION OF audit.audit_logs DEFAULT;
        CALL audit.guard('audit.audit_logs_default'::regclass);
        CREATE POLICY audit_logs_default_owner ON audit.audit_logs_default FOR SELECT TO simpul_owner USING (true);
    END IF;
    FOR month IN SELECT (first + make_interval(months => n))::date FROM generate_series(0, least(months, 24)) n LOOP
        IF audit.make_month(month) THEN
            CALL audit.guard(('audit.' || format('audit_logs_%s', to_char(month, 'YYYY_MM')))::regclass);
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
