-- Devices of customers, and what customers did with messages in the app. The product alone writes both, for programs that it has judged;
-- whoever reaches the customer may know of devices.
ALTER TABLE crm.push_subscriptions
    ADD CONSTRAINT push_subscriptions_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT push_subscriptions_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.in_app_reports
    ADD CONSTRAINT in_app_reports_message_known FOREIGN KEY (message_id) REFERENCES crm.outbound_messages (message_id);

DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
BEGIN
    CALL iam.protect('crm.push_subscriptions');
    EXECUTE format('CREATE POLICY push_subscriptions_read ON crm.push_subscriptions FOR SELECT TO simpul_app, simpul_worker USING (%s OR customer_id = '
                   '(SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = push_subscriptions.customer_id))', by_system);
    EXECUTE format('CREATE POLICY push_subscriptions_insert ON crm.push_subscriptions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', by_system);
    EXECUTE format('CREATE POLICY push_subscriptions_update ON crm.push_subscriptions FOR UPDATE TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE 'CREATE POLICY push_subscriptions_delete ON crm.push_subscriptions FOR DELETE TO simpul_app, simpul_worker USING (false)';
    CALL iam.protect('crm.in_app_reports');
    EXECUTE format('CREATE POLICY in_app_reports_read ON crm.in_app_reports FOR SELECT TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE format('CREATE POLICY in_app_reports_insert ON crm.in_app_reports FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', by_system);
    EXECUTE 'CREATE POLICY in_app_reports_update ON crm.in_app_reports FOR UPDATE TO simpul_app, simpul_worker USING (false)';
    EXECUTE 'CREATE POLICY in_app_reports_delete ON crm.in_app_reports FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;
