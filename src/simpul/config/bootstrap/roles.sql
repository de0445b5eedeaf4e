-- Roles of an installation. Run by a superuser, or by a role with CREATEROLE, CREATEDB and BYPASSRLS.
-- Safe to run again: it creates what is missing and puts attributes and memberships right.
DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT *
          FROM (VALUES
                ('simpul_owner',   'NOLOGIN NOINHERIT NOBYPASSRLS'), -- owns every table
                ('simpul_migrate', 'LOGIN NOINHERIT BYPASSRLS'),     -- deploy time: becomes the owner by SET ROLE
                ('simpul_app',     'LOGIN NOINHERIT NOBYPASSRLS'),   -- web server
                ('simpul_worker',  'LOGIN NOINHERIT NOBYPASSRLS'),   -- jobs
                ('simpul_search',  'NOLOGIN NOINHERIT BYPASSRLS'),   -- owns reviewed SECURITY DEFINER search functions only
                ('simpul_proof',   'NOLOGIN NOINHERIT NOBYPASSRLS'), -- owns the functions that judge whether a session may be SYSTEM
                ('simpul_sealer',  'LOGIN NOINHERIT BYPASSRLS'),     -- reads the audit trail to seal it
                ('simpul_backup',  'LOGIN INHERIT BYPASSRLS')        -- reads everything, writes nothing
               ) AS role (name, attributes)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I', wanted.name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another process was faster
            END;
        END IF;
        EXECUTE format('ALTER ROLE %I %s', wanted.name, wanted.attributes);
        EXECUTE format('ALTER ROLE %I SET search_path = jobs, crm, iam, audit, public', wanted.name);
    END LOOP;
END
$$;

-- Behind a pooler the role cannot be set by connection options; then the application logs in as itself.
GRANT simpul_owner, simpul_search TO simpul_migrate WITH INHERIT FALSE, SET TRUE;
-- The owner hands search functions over and replaces them later. BYPASSRLS is an attribute and never inherited.
GRANT simpul_search TO simpul_owner WITH INHERIT TRUE, SET TRUE;
-- The owner hands those functions over as well, and takes nothing from their role.
GRANT simpul_proof TO simpul_owner WITH INHERIT FALSE, SET TRUE;
-- They compare when the session began, which PostgreSQL tells about a login to its members only.
GRANT simpul_app TO simpul_proof WITH INHERIT TRUE, SET FALSE;
DO $$
BEGIN
    GRANT pg_read_all_stats TO simpul_proof WITH INHERIT TRUE, SET FALSE;
EXCEPTION WHEN insufficient_privilege THEN
    NULL; -- then the web server logs in as simpul_app itself
END
$$;
-- Whoever runs this sets default privileges in their name below.
GRANT simpul_owner, simpul_search TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
DO $$
BEGIN
    GRANT pg_read_all_data TO simpul_backup WITH INHERIT TRUE, SET FALSE;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'simpul_backup cannot read yet: a superuser must GRANT pg_read_all_data TO simpul_backup.';
END
$$;
