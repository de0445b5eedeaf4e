-- An elevation opens customers to one user beyond the grants, until an instant. The caller acts under one of them at a time,
-- the one that app.elevation_id names: so whatever is seen under it is recorded with its id.
INSERT INTO iam.elevation_customers (elevation_customer_id, elevation_id, customer_id)
SELECT gen_random_uuid(), elevation_id, customer_id FROM iam.elevations;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE iam.elevations DROP COLUMN customer_id, DROP COLUMN reason_id,
    ADD CONSTRAINT elevations_tier_known CHECK (tier BETWEEN 1 AND 3);
ALTER TABLE iam.elevation_customers
    ADD CONSTRAINT elevation_customers_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id);

CREATE FUNCTION iam.elevation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.elevation_id', true), '')::uuid $$;

-- What stands open to a user at this moment: to the second, whatever any timer does. One that came of break-glass ends as
-- well with the grant to ask for it.
CREATE FUNCTION iam.elevation_of(wanted uuid) RETURNS TABLE (elevation_id uuid, tier integer, starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT e.elevation_id, e.tier::integer, e.starts_at, e.ends_at
    FROM iam.elevations e JOIN iam.users u ON u.user_id = e.user_id
    WHERE e.user_id = wanted AND u.status = 'ACTIVE' AND e.revoked_at IS NULL
      AND e.starts_at <= statement_timestamp() AND e.ends_at > statement_timestamp()
      AND (e.reason_type <> 'BREAK_GLASS' OR EXISTS (
            SELECT FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id
            WHERE ur.user_id = e.user_id AND g.resource = 'break_glass' AND g.action = 'C'))
    ORDER BY e.starts_at DESC, e.elevation_id LIMIT 1
$$;

CREATE OR REPLACE FUNCTION iam.elevated_customers() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(c.customer_id), '{}')
    FROM iam.elevation_of(iam.uid()) e JOIN iam.elevation_customers c ON c.elevation_id = e.elevation_id
    WHERE e.elevation_id = iam.elevation()
$$;

-- The sensitivity tier that the caller's elevation names; 0 without one.
CREATE FUNCTION iam.elevation_tier() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(max(e.tier), 0)::integer FROM iam.elevation_of(iam.uid()) e WHERE e.elevation_id = iam.elevation()
$$;

-- Nobody acts under two at once: what is done could not be told apart.
CREATE FUNCTION iam.guard_one_elevation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = iam, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('elevation:' || NEW.user_id, 0));
    IF EXISTS (SELECT FROM iam.elevations e WHERE e.user_id = NEW.user_id AND e.elevation_id <> NEW.elevation_id
                  AND e.starts_at < NEW.ends_at AND least(e.ends_at, coalesce(e.revoked_at, e.ends_at)) > NEW.starts_at) THEN
        RAISE EXCEPTION 'A person acts under one elevation at a time.' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'elevations_one_at_a_time';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_one_elevation BEFORE INSERT ON iam.elevations FOR EACH ROW EXECUTE FUNCTION iam.guard_one_elevation();

ALTER FUNCTION iam.elevation_of(uuid) OWNER TO simpul_search;
ALTER FUNCTION iam.elevation_tier() OWNER TO simpul_search;
ALTER FUNCTION iam.guard_one_elevation() OWNER TO simpul_search;
GRANT SELECT, INSERT, UPDATE ON iam.elevations TO simpul_search;
GRANT SELECT, INSERT ON iam.elevation_customers TO simpul_search;

-- Elevations follow from requests that somebody approved, by a trigger of their table; the application itself writes none.
DROP POLICY elevations_read ON iam.elevations;
DROP POLICY elevations_insert ON iam.elevations;
DROP POLICY elevations_update ON iam.elevations;
REVOKE INSERT, UPDATE, DELETE ON iam.elevations, iam.elevation_customers FROM simpul_app, simpul_worker;
CREATE POLICY elevations_read ON iam.elevations FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) OR (SELECT iam.reach('break_glass', 'A')) = 4 OR (SELECT iam.reach('break_glass', 'U')) = 4);
CREATE POLICY elevations_insert ON iam.elevations FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY elevations_update ON iam.elevations FOR UPDATE TO simpul_app, simpul_worker USING (false);
CALL iam.protect('iam.elevation_customers');
CREATE POLICY elevation_customers_read ON iam.elevation_customers FOR SELECT TO simpul_app, simpul_worker USING (
    elevation_id = (SELECT e.elevation_id FROM iam.elevations e WHERE e.elevation_id = elevation_customers.elevation_id));
CREATE POLICY elevation_customers_insert ON iam.elevation_customers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY elevation_customers_update ON iam.elevation_customers FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY elevation_customers_delete ON iam.elevation_customers FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Whoever acts under an elevation writes its id into every row of the trail, and nobody writes another.
DROP POLICY audit_logs_insert ON audit.audit_logs;
CREATE POLICY audit_logs_insert ON audit.audit_logs FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    actor_user_id = (SELECT iam.uid()) AND elevation_id IS NOT DISTINCT FROM (SELECT iam.elevation()) AND xid = pg_current_xact_id()
    AND created_at BETWEEN now() - interval '5 minutes' AND clock_timestamp() + interval '5 minutes');
CREATE INDEX audit_logs_elevation_idx ON audit.audit_logs (elevation_id, created_at DESC, audit_id DESC) WHERE elevation_id IS NOT NULL;
