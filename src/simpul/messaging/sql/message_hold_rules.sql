-- The product's jobs alone hold messages, for services that asked who may. What was withdrawn stays withdrawn.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
BEGIN
    CALL iam.protect('crm.message_holds');
    EXECUTE format('CREATE POLICY message_holds_read ON crm.message_holds FOR SELECT TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE format('CREATE POLICY message_holds_insert ON crm.message_holds FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', by_system);
    EXECUTE format('CREATE POLICY message_holds_update ON crm.message_holds FOR UPDATE TO simpul_app, simpul_worker USING (%s) WITH CHECK (%s AND is_final)', by_system, by_system);
    EXECUTE format('CREATE POLICY message_holds_delete ON crm.message_holds FOR DELETE TO simpul_app, simpul_worker USING (%s AND NOT is_final)', by_system);
END $$;
