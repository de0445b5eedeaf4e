-- Only on a server for tests: a login that may become every role, and one that writes fixtures past row-level security.
DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT *
          FROM (VALUES
                ('simpul_test',    'LOGIN NOINHERIT CREATEDB NOBYPASSRLS'),
                ('simpul_fixture', 'NOLOGIN NOINHERIT BYPASSRLS')
               ) AS role (name, attributes)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I', wanted.name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
        EXECUTE format('ALTER ROLE %I %s', wanted.name, wanted.attributes);
        EXECUTE format('ALTER ROLE %I SET search_path = jobs, crm, iam, audit, public', wanted.name);
    END LOOP;
END
$$;

ALTER ROLE simpul_owner CREATEDB;
GRANT simpul_owner, simpul_migrate, simpul_app, simpul_worker, simpul_search, simpul_sealer, simpul_backup, simpul_fixture
   TO simpul_test WITH INHERIT FALSE, SET TRUE;
GRANT pg_signal_backend TO simpul_test, simpul_owner WITH INHERIT TRUE;
