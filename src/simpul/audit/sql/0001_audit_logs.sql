-- The audit trail: inserted into, read, never changed.
CREATE TABLE audit.audit_logs (
    audit_id uuid NOT NULL DEFAULT uuidv7(),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    action text NOT NULL CONSTRAINT audit_logs_action_shape CHECK (action ~ '^[A-Z][A-Z_]+$' AND length(action) BETWEEN 3 AND 61),
    object_type text NOT NULL,
    object_id text NOT NULL,
    customer_id uuid,
    branch_code text,
    actor_user_id uuid NOT NULL,
    actor_role_key text,
    ip_address inet,
    user_agent text CONSTRAINT audit_logs_user_agent_length CHECK (length(user_agent) <= 300),
    request_id text,
    elevation_id uuid,
    outcome text NOT NULL CONSTRAINT audit_logs_outcome_known CHECK (outcome IN ('ALLOWED', 'DENIED', 'FAILED')),
    meta jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT audit_logs_pkey PRIMARY KEY (created_at, audit_id)
) PARTITION BY RANGE (created_at);

CREATE INDEX audit_logs_action_idx ON audit.audit_logs (action, created_at DESC, audit_id DESC);
CREATE INDEX audit_logs_actor_idx ON audit.audit_logs (actor_user_id, created_at DESC, audit_id DESC);
CREATE INDEX audit_logs_customer_idx ON audit.audit_logs (customer_id, created_at DESC, audit_id DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX audit_logs_request_idx ON audit.audit_logs (request_id) WHERE request_id IS NOT NULL;

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- A trigger of the parent reaches its partitions for rows, but not for TRUNCATE: each table gets its own.
CREATE PROCEDURE audit.guard(target regclass) LANGUAGE plpgsql SET search_path = audit, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change()', target);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER refuse_truncate', target);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER refuse_change', target);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    -- Reached through the parent only, so no role of the product holds anything on a partition itself.
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, simpul_app, simpul_worker', target);
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.audit_logs FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

REVOKE ALL ON FUNCTION audit.ensure_partitions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.ensure_partitions(integer) TO simpul_app, simpul_worker;

-- A row that finds no month lands here rather than failing the change it records; monitoring reports it.
CREATE TABLE audit.audit_logs_default PARTITION OF audit.audit_logs DEFAULT;
CALL audit.guard('audit.audit_logs_default'::regclass);
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit.audit_logs FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
ALTER TABLE audit.audit_logs ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE audit.audit_logs ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE audit.audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.audit_logs FORCE ROW LEVEL SECURITY;
REVOKE ALL ON audit.audit_logs FROM PUBLIC, simpul_app, simpul_worker;
GRANT SELECT, INSERT ON audit.audit_logs TO simpul_app, simpul_worker;
SELECT audit.ensure_partitions(3);
