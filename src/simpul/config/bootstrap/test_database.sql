-- Only on a server for tests, run in the database after database.sql.
DO $$
BEGIN
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO simpul_test', current_database());
END
$$;

GRANT USAGE ON SCHEMA public, iam, crm, audit, jobs TO simpul_test, simpul_fixture;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner GRANT USAGE ON TYPES TO simpul_test, simpul_fixture;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, audit, jobs
   GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO simpul_fixture;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, audit, jobs
   GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO simpul_fixture;
ALTER DEFAULT PRIVILEGES FOR ROLE simpul_owner IN SCHEMA iam, crm, audit, jobs
   GRANT EXECUTE ON FUNCTIONS TO simpul_fixture;
