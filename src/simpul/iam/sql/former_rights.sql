-- What every right was before it was changed or taken away, and when it held: so that one can say later who could see whom. Triggers alone
-- write it. A row that holds now says itself since when it is as it is.
ALTER TABLE iam.users ADD COLUMN since timestamptz;
ALTER TABLE iam.roles ADD COLUMN since timestamptz;
ALTER TABLE iam.user_roles ADD COLUMN since timestamptz;
ALTER TABLE iam.grants ADD COLUMN since timestamptz;
ALTER TABLE iam.user_switches ADD COLUMN since timestamptz;
ALTER TABLE iam.user_branch_scopes ADD COLUMN since timestamptz;
ALTER TABLE iam.unit_branches ADD COLUMN since timestamptz;
-- What rows told already; the others held since nobody knows when, and stay empty.
UPDATE iam.users SET since = created_at;
UPDATE iam.user_roles SET since = assigned_at;
UPDATE iam.user_switches SET since = switched_at;
UPDATE iam.user_branch_scopes SET since = assigned_at;
SET CONSTRAINTS ALL IMMEDIATE;

-- From when on nothing is missing: before, what was taken away left no row.
CREATE TABLE iam.rights_history (
    one boolean NOT NULL DEFAULT true CONSTRAINT rights_history_pkey PRIMARY KEY CONSTRAINT rights_history_one CHECK (one),
    whole_since timestamptz NOT NULL
);
INSERT INTO iam.rights_history (whole_since) VALUES (clock_timestamp());

CREATE TABLE iam.former_rights (
    former_id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT former_rights_pkey PRIMARY KEY,
    source text NOT NULL CONSTRAINT former_rights_source_known
        CHECK (source IN ('users', 'roles', 'user_roles', 'grants', 'user_switches', 'user_branch_scopes', 'unit_branches')),
    row_id uuid NOT NULL,
    state jsonb NOT NULL,
    during tstzrange NOT NULL CONSTRAINT former_rights_ended CHECK (NOT upper_inf(during) AND NOT isempty(during))
);
CREATE INDEX former_rights_during_idx ON iam.former_rights USING gist (source, during);
CREATE INDEX former_rights_row_idx ON iam.former_rights (row_id);

CREATE TABLE iam.former_customer_reach (
    former_id uuid NOT NULL DEFAULT uuidv7() CONSTRAINT former_customer_reach_pkey PRIMARY KEY,
    customer_id uuid NOT NULL,
    branch_code text NOT NULL,
    rm_user_id uuid,
    during tstzrange NOT NULL CONSTRAINT former_customer_reach_ended CHECK (NOT upper_inf(during) AND NOT isempty(during))
);
CREATE INDEX former_customer_reach_customer_idx ON iam.former_customer_reach (customer_id);

DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['rights_history', 'former_rights', 'former_customer_reach'] LOOP
        CALL iam.protect(('iam.' || target)::regclass);
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON iam.%I FROM simpul_app, simpul_worker, simpul_migrate', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach(''audit'', ''R'')) = 4)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR UPDATE TO simpul_app, simpul_worker USING (false)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
GRANT INSERT ON iam.former_rights, iam.former_customer_reach TO simpul_search;

-- What was, was: by whatever role.
CREATE FUNCTION iam.keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The history of rights is never changed.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE OR TRUNCATE ON iam.former_rights FOR EACH STATEMENT EXECUTE FUNCTION iam.keep_history();
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE OR TRUNCATE ON iam.former_customer_reach FOR EACH STATEMENT EXECUTE FUNCTION iam.keep_history();
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE OR TRUNCATE ON iam.rights_history FOR EACH STATEMENT EXECUTE FUNCTION iam.keep_history();

-- The part of a row that decides about access.
CREATE FUNCTION iam.right_state(whole jsonb, columns text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$ SELECT jsonb_object_agg(c, whole -> c) FROM unnest(columns) AS c $$;

-- Since when a row is as it is, by the clock of the database: whoever writes it cannot say another instant.
CREATE FUNCTION iam.note_since() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF iam.is_product() OR NEW.since IS NULL THEN
            NEW.since := clock_timestamp();
        END IF;
    ELSIF iam.right_state(to_jsonb(NEW), TG_ARGV) IS DISTINCT FROM iam.right_state(to_jsonb(OLD), TG_ARGV) THEN
        NEW.since := greatest(clock_timestamp(), OLD.since);
    ELSIF iam.is_product() THEN
        NEW.since := OLD.since;
    END IF;
    RETURN NEW;
END $$;

-- What a row was until now. The first argument is its key, the others are what decides about access.
CREATE FUNCTION iam.keep_former_right() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = iam, pg_temp AS $$
DECLARE
    was jsonb := iam.right_state(to_jsonb(OLD), TG_ARGV[1:]);
    ended timestamptz := greatest(clock_timestamp(), OLD.since);
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF was = iam.right_state(to_jsonb(NEW), TG_ARGV[1:]) THEN
            RETURN NULL;
        END IF;
        ended := NEW.since;
    END IF;
    IF OLD.since IS NULL OR OLD.since < ended THEN
        INSERT INTO iam.former_rights (source, row_id, state, during)
        VALUES (TG_TABLE_NAME, (to_jsonb(OLD) ->> TG_ARGV[0])::uuid, was, tstzrange(OLD.since, ended));
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION iam.keep_former_right() OWNER TO simpul_search;

DO $$
DECLARE
    target text;
    key text;
    columns text[];
BEGIN
    FOR target, key, columns IN VALUES
        ('users', 'user_id', ARRAY['user_id', 'kind', 'status']),
        ('roles', 'role_id', ARRAY['role_id', 'role_key', 'role_name', 'name_en']),
        ('user_roles', 'user_role_id', ARRAY['user_id', 'role_id']),
        ('grants', 'grant_id', ARRAY['role_id', 'resource', 'action', 'reach', 'limited_to', 'per_user']),
        ('user_switches', 'switch_id', ARRAY['user_id', 'resource', 'action']),
        ('user_branch_scopes', 'scope_id', ARRAY['user_id', 'branch_code', 'unit_code', 'active_from', 'active_to']),
        ('unit_branches', 'unit_branch_id', ARRAY['unit_code', 'branch_code'])
    LOOP
        EXECUTE format('CREATE TRIGGER note_since BEFORE INSERT OR UPDATE OF since, %s ON iam.%I FOR EACH ROW EXECUTE FUNCTION iam.note_since(%s)',
                       array_to_string(columns, ', '), target, (SELECT string_agg(quote_literal(c), ', ') FROM unnest(columns) c));
        EXECUTE format('CREATE TRIGGER keep_former AFTER DELETE OR UPDATE OF %s ON iam.%I FOR EACH ROW EXECUTE FUNCTION iam.keep_former_right(%s)',
                       array_to_string(columns, ', '), target, (SELECT string_agg(quote_literal(c), ', ') FROM unnest(key || columns) c));
    END LOOP;
END $$;

-- Where customers belonged, a set at a time: a new customer costs nothing, one that moves costs its former place.
CREATE FUNCTION iam.keep_former_reach() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = iam, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO iam.former_customer_reach (customer_id, branch_code, rm_user_id, during)
        SELECT o.customer_id, o.branch_code, o.rm_user_id, tstzrange(l.ended, moment)
          FROM former o JOIN changed n ON n.customer_id = o.customer_id
         CROSS JOIN LATERAL (SELECT max(upper(f.during)) AS ended FROM iam.former_customer_reach f WHERE f.customer_id = o.customer_id) l
         WHERE (n.branch_code, n.rm_user_id) IS DISTINCT FROM (o.branch_code, o.rm_user_id) AND (l.ended IS NULL OR l.ended < moment);
    ELSE
        INSERT INTO iam.former_customer_reach (customer_id, branch_code, rm_user_id, during)
        SELECT o.customer_id, o.branch_code, o.rm_user_id, tstzrange(l.ended, moment)
          FROM former o
         CROSS JOIN LATERAL (SELECT max(upper(f.during)) AS ended FROM iam.former_customer_reach f WHERE f.customer_id = o.customer_id) l
         WHERE l.ended IS NULL OR l.ended < moment;
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION iam.keep_former_reach() OWNER TO simpul_search;
CREATE TRIGGER keep_former_update AFTER UPDATE ON iam.customer_reach
   REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION iam.keep_former_reach();
CREATE TRIGGER keep_former_delete AFTER DELETE ON iam.customer_reach
   REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION iam.keep_former_reach();

-- Each right with the period in which it held, those that hold now without an end.
CREATE VIEW iam.user_periods WITH (security_invoker = true) AS
    SELECT u.user_id, u.kind, u.status, tstzrange(u.since, NULL) AS during FROM iam.users u
    UNION ALL
    SELECT (f.state ->> 'user_id')::uuid, f.state ->> 'kind', f.state ->> 'status', f.during FROM iam.former_rights f WHERE f.source = 'users';
CREATE VIEW iam.user_role_periods WITH (security_invoker = true) AS
    SELECT r.user_id, r.role_id, tstzrange(r.since, NULL) AS during FROM iam.user_roles r
    UNION ALL
    SELECT (f.state ->> 'user_id')::uuid, (f.state ->> 'role_id')::uuid, f.during FROM iam.former_rights f WHERE f.source = 'user_roles';
CREATE VIEW iam.grant_periods WITH (security_invoker = true) AS
    SELECT g.role_id, g.resource, g.action, g.reach::integer AS reach, g.per_user, tstzrange(g.since, NULL) AS during FROM iam.grants g
    UNION ALL
    SELECT (f.state ->> 'role_id')::uuid, f.state ->> 'resource', f.state ->> 'action', (f.state ->> 'reach')::integer, (f.state ->> 'per_user')::boolean, f.during
      FROM iam.former_rights f WHERE f.source = 'grants';
CREATE VIEW iam.switch_periods WITH (security_invoker = true) AS
    SELECT s.user_id, s.resource, s.action, tstzrange(s.since, NULL) AS during FROM iam.user_switches s
    UNION ALL
    SELECT (f.state ->> 'user_id')::uuid, f.state ->> 'resource', f.state ->> 'action', f.during FROM iam.former_rights f WHERE f.source = 'user_switches';
-- An assignment works between its own two instants (`during`), and only while its row says so (`held`, which an index finds).
CREATE VIEW iam.scope_periods WITH (security_invoker = true) AS
    SELECT s.user_id, s.branch_code, s.unit_code, tstzrange(s.since, NULL) AS held, tstzrange(s.since, NULL) * tstzrange(s.active_from, s.active_to) AS during
      FROM iam.user_branch_scopes s
    UNION ALL
    SELECT (f.state ->> 'user_id')::uuid, f.state ->> 'branch_code', f.state ->> 'unit_code', f.during,
           f.during * tstzrange((f.state ->> 'active_from')::timestamptz, (f.state ->> 'active_to')::timestamptz)
      FROM iam.former_rights f WHERE f.source = 'user_branch_scopes';
CREATE VIEW iam.unit_branch_periods WITH (security_invoker = true) AS
    SELECT b.unit_code, b.branch_code, tstzrange(b.since, NULL) AS during FROM iam.unit_branches b
    UNION ALL
    SELECT f.state ->> 'unit_code', f.state ->> 'branch_code', f.during FROM iam.former_rights f WHERE f.source = 'unit_branches';
CREATE VIEW iam.elevation_periods WITH (security_invoker = true) AS
    SELECT e.elevation_id, e.user_id, c.customer_id, e.tier::integer AS tier, e.reason_type,
           tstzrange(e.starts_at, greatest(e.starts_at, least(e.ends_at, coalesce(e.revoked_at, e.ends_at)))) AS during
      FROM iam.elevations e JOIN iam.elevation_customers c ON c.elevation_id = e.elevation_id;
CREATE VIEW iam.customer_reach_periods WITH (security_invoker = true) AS
    SELECT r.customer_id, r.branch_code, r.rm_user_id,
           tstzrange((SELECT max(upper(f.during)) FROM iam.former_customer_reach f WHERE f.customer_id = r.customer_id), NULL) AS during
      FROM iam.customer_reach r
    UNION ALL
    SELECT f.customer_id, f.branch_code, f.rm_user_id, f.during FROM iam.former_customer_reach f;
DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['user', 'user_role', 'grant', 'switch', 'scope', 'unit_branch', 'elevation', 'customer_reach'] LOOP
        EXECUTE format('REVOKE ALL ON iam.%I FROM simpul_app, simpul_worker, simpul_migrate', target || '_periods');
    END LOOP;
END $$;
