-- How far the trail has been shipped to each collector that the organisation named: by the number of the last seal whose rows all
-- arrived. One process at a time ships: it holds the row until an instant, which it names with what it writes.
CREATE TABLE crm.trail_shipping (
    target text NOT NULL CONSTRAINT trail_shipping_pkey PRIMARY KEY CONSTRAINT trail_shipping_target_length CHECK (length(target) BETWEEN 3 AND 300),
    seal_number bigint NOT NULL DEFAULT 0 CONSTRAINT trail_shipping_seal CHECK (seal_number >= 0),
    rows_shipped bigint NOT NULL DEFAULT 0 CONSTRAINT trail_shipping_rows CHECK (rows_shipped >= 0),
    shipped_at timestamptz,
    held_until timestamptz NOT NULL DEFAULT '-infinity',
    failed_at timestamptz,
    failure text NOT NULL DEFAULT '' CONSTRAINT trail_shipping_failure CHECK (failure IN ('', 'UNREACHABLE', 'TIMEOUT', 'CERTIFICATE', 'REFUSED')),
    CONSTRAINT trail_shipping_failed CHECK ((failed_at IS NULL) = (failure = ''))
);

-- What was shipped stays shipped: the place never goes back.
CREATE FUNCTION crm.judge_shipping() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF NEW.target <> OLD.target OR NEW.seal_number < OLD.seal_number OR NEW.rows_shipped < OLD.rows_shipped THEN
        RAISE EXCEPTION 'The place of shipping only goes on.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_shipping BEFORE UPDATE ON crm.trail_shipping FOR EACH ROW EXECUTE FUNCTION crm.judge_shipping();

ALTER TABLE crm.trail_shipping ENABLE ROW LEVEL SECURITY;
CREATE POLICY trail_shipping_read ON crm.trail_shipping FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('audit', 'R')) = 4);
CREATE POLICY trail_shipping_insert ON crm.trail_shipping FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY trail_shipping_update ON crm.trail_shipping FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY trail_shipping_delete ON crm.trail_shipping FOR DELETE TO simpul_app, simpul_worker USING (false);
REVOKE ALL ON crm.trail_shipping FROM PUBLIC, simpul_app, simpul_worker;
GRANT SELECT, INSERT, UPDATE ON crm.trail_shipping TO simpul_app, simpul_worker;

-- How far shipping is behind: numbers and moments, for whoever operates the installation.
GRANT SELECT ON crm.trail_shipping TO simpul_search;
GRANT SELECT (first_at) ON audit.audit_seals TO simpul_search;
CREATE FUNCTION crm.shipping_lag(asked_target text, OUT waiting_rows bigint, OUT oldest_waiting_at timestamptz, OUT seal_number bigint, OUT shipped_at timestamptz,
                                   OUT failed_at timestamptz, OUT failure text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    WITH place AS (SELECT coalesce(max(t.seal_number), 0) AS number FROM crm.trail_shipping t WHERE t.target = asked_target)
    SELECT greatest(0, coalesce((SELECT s.rows_total FROM audit.audit_seals s ORDER BY s.number DESC LIMIT 1), 0)
                       - coalesce((SELECT s.rows_total FROM audit.audit_seals s, place p WHERE s.number <= p.number ORDER BY s.number DESC LIMIT 1), 0)),
           (SELECT s.first_at FROM audit.audit_seals s, place p WHERE s.number > p.number AND s.kind = 'ROWS' ORDER BY s.number LIMIT 1),
           p.number, t.shipped_at, t.failed_at, coalesce(t.failure, '')
      FROM place p LEFT JOIN crm.trail_shipping t ON t.target = asked_target
$$;
ALTER FUNCTION crm.shipping_lag(text) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.shipping_lag(text) FROM PUBLIC, simpul_sealer, simpul_migrate;
GRANT EXECUTE ON FUNCTION crm.shipping_lag(text) TO simpul_app, simpul_worker;
