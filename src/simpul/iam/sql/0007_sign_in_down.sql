DROP FUNCTION iam.note_sign_in_failure(text, text, integer, interval, interval);
DROP FUNCTION iam.open_service_key(text, bytea, inet);
DROP TRIGGER guard_service_key ON iam.service_keys;
DROP FUNCTION iam.guard_service_key();
DO $$
DECLARE found record;
BEGIN
    FOR found IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'iam' AND tablename IN ('service_accounts', 'service_keys', 'external_identities') LOOP
        EXECUTE format('DROP POLICY %I ON iam.%I', found.policyname, found.tablename);
    END LOOP;
END $$;
