-- Run as the owner after migrations. A table is created in the first schema of the search path and then moved
-- home, and a moved table keeps the grants of its birthplace: the audit trail must not stay open to change.
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA audit FROM simpul_app, simpul_worker, simpul_migrate;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA audit TO simpul_app, simpul_worker, simpul_migrate;
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO simpul_sealer;
-- Seals are written by the sealer alone, which also looks whether the tables are those of its release.
DO $$
BEGIN
    IF to_regclass('audit.audit_seals') IS NOT NULL THEN
        REVOKE INSERT ON audit.audit_seals FROM simpul_app, simpul_worker, simpul_migrate;
        GRANT INSERT ON audit.audit_logs, audit.audit_seals TO simpul_sealer;
    END IF;
    GRANT SELECT ON jobs.installation TO simpul_sealer;
END $$;
GRANT SELECT ON ALL TABLES IN SCHEMA iam, crm TO simpul_search;
-- What proofs for SYSTEM are made with is read by nobody else.
DO $$
BEGIN
    IF to_regclass('iam.system_proof_keys') IS NOT NULL THEN
        REVOKE ALL ON iam.system_proof_keys FROM simpul_search;
    END IF;
END $$;
-- A partition is reached through its parent only.
DO $$
DECLARE
    partition regclass;
BEGIN
    FOR partition IN SELECT oid FROM pg_class WHERE relispartition AND relkind IN ('r', 'p') AND relnamespace = 'audit'::regnamespace LOOP
        EXECUTE format('REVOKE ALL ON %s FROM simpul_app, simpul_worker', partition);
    END LOOP;
END $$;
