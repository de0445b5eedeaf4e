ALTER TABLE audit.audit_logs DROP CONSTRAINT audit_logs_actor_known;
DROP POLICY audit_logs_insert ON audit.audit_logs;
DROP POLICY audit_logs_read ON audit.audit_logs;
DROP POLICY audit_logs_update ON audit.audit_logs;
DROP POLICY audit_logs_delete ON audit.audit_logs;
DROP TRIGGER guard_self_grant ON iam.user_roles;
DROP TRIGGER guard_own_row ON iam.users;
DO $$
DECLARE found record;
BEGIN
    FOR found IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'iam' LOOP
        EXECUTE format('DROP POLICY %I ON iam.%I', found.policyname, found.tablename);
    END LOOP;
    FOR found IN SELECT relname FROM pg_class WHERE relnamespace = 'iam'::regnamespace AND relrowsecurity LOOP
        EXECUTE format('ALTER TABLE iam.%I NO FORCE ROW LEVEL SECURITY', found.relname);
        EXECUTE format('ALTER TABLE iam.%I DISABLE ROW LEVEL SECURITY', found.relname);
    END LOOP;
END $$;
DROP INDEX iam.customer_reach_branch_idx;
DROP INDEX iam.customer_reach_rm_idx;
DROP PROCEDURE iam.protect(regclass);
DROP FUNCTION iam.guard_self_grant();
DROP FUNCTION iam.guard_own_row();
DROP FUNCTION iam.actor(uuid);
DROP FUNCTION iam.elevated_customers();
DROP FUNCTION iam.portfolio_for(text, text);
DROP FUNCTION iam.branches_for(text, text);
DROP FUNCTION iam.scope_units();
DROP FUNCTION iam.scope_branches();
DROP FUNCTION iam.reach(text, text);
DROP FUNCTION iam.uid();
