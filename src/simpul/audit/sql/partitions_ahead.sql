-- Make the partitions from this month on; runs as the owner because the application owns nothing.
CREATE OR REPLACE FUNCTION audit.ensure_partitions(months integer DEFAULT 3) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
    first date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
    month date;
    partition text;
    made integer := 0;
BEGIN
    FOR month IN SELECT (first + make_interval(months => n))::date FROM generate_series(0, least(months, 24)) n LOOP
        partition := format('audit_logs_%s', to_char(month, 'YYYY_MM'));
        IF to_regclass('audit.' || partition) IS NULL THEN
            EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.audit_logs FOR VALUES FROM (%L) TO (%L)', partition,
                           month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            CALL audit.guard(('audit.' || partition)::regclass);
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
