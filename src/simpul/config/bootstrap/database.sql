-- One database of an installation, run inside it after roles.sql. Safe to run again.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO simpul_owner, simpul_migrate, simpul_worker', current_database());
    -- A temporary table would stand before the real one of its name in every later request on the same connection.
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM simpul_app', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO simpul_app, simpul_sealer, simpul_backup', current_database());
END
$$;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'pg_stat_statements is left out: it needs a superuser. Simpul runs without it.';
END
$$;

CREATE SCHEMA IF NOT EXISTS iam AUTHORIZATION simpul_owner;
CREATE SCHEMA IF NOT EXISTS crm AUTHORIZATION simpul_owner;
CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION simpul_owner;
CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION simpul_owner;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public, iam, crm, audit, jobs
   TO simpul_owner, simpul_migrate, simpul_app, simpul_worker, simpul_search, simpul_sealer, simpul_backup;
-- A function may be handed to a role only where that role may create.
GRANT CREATE ON SCHEMA iam, crm, audit TO simpul_search;
GRANT USAGE, CREATE ON SCHEMA iam TO simpul_proof;

-- What the owner creates from now on. Row-level security decides about rows; these decide about kinds of statement.
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_search REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner REVOKE ALL ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner GRANT USAGE ON TYPES
   TO simpul_migrate, simpul_app, simpul_worker, simpul_search, simpul_sealer, simpul_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, audit, jobs
   GRANT EXECUTE ON FUNCTIONS TO simpul_migrate, simpul_app, simpul_worker, simpul_search, simpul_sealer;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, jobs
   GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO simpul_migrate, simpul_app, simpul_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA audit
   GRANT SELECT, INSERT ON TABLES TO simpul_migrate, simpul_app, simpul_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA audit
   GRANT SELECT ON TABLES TO simpul_sealer;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm
   GRANT SELECT ON TABLES TO simpul_search;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, audit, jobs
   GRANT USAGE, SELECT ON SEQUENCES TO simpul_migrate, simpul_app, simpul_worker;

-- What this database has been given: the migrations it carries and whether the demonstration was loaded.
CREATE TABLE IF NOT EXISTS jobs.installation (
    name   text PRIMARY KEY,
    value  text NOT NULL,
    set_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE jobs.installation OWNER TO simpul_owner;
GRANT SELECT ON jobs.installation TO simpul_app, simpul_worker, simpul_migrate;
