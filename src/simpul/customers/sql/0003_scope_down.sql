DO $$
DECLARE
    target text;
    found record;
BEGIN
    FOREACH target IN ARRAY ARRAY['customers', 'customer_identifiers', 'customer_addresses', 'customer_products', 'customer_assignments',
                                  'customer_relationships', 'customer_facts', 'customer_change_requests', 'recent_customers'] LOOP
        FOR found IN SELECT policyname FROM pg_policies WHERE schemaname = 'crm' AND tablename = target LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', found.policyname, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END $$;
DROP PROCEDURE crm.protect_by_customer(regclass);
