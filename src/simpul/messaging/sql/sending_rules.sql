ALTER TABLE crm.message_providers
    ADD CONSTRAINT message_providers_key_shape CHECK (provider_key ~ '^[a-z][a-z0-9_-]{1,39}$'),
    ADD CONSTRAINT message_providers_named CHECK (length(btrim(name)) BETWEEN 2 AND 80),
    ADD CONSTRAINT message_providers_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.suppressed_addresses
    ADD CONSTRAINT suppressed_addresses_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT suppressed_addresses_adder_known FOREIGN KEY (added_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT suppressed_addresses_lifter_known FOREIGN KEY (lifted_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.contact_preferences
    ADD CONSTRAINT contact_preferences_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT contact_preferences_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.outbound_messages
    ADD CONSTRAINT outbound_messages_provider_known FOREIGN KEY (provider_key) REFERENCES crm.message_providers (provider_key);
-- What was sent or ended before there were providers is handed over no more.
UPDATE crm.outbound_messages SET handover = 'DONE' WHERE status <> 'QUEUED';

-- A message stays what was written; one of a set gets its content once, when it is handed over. What is known of it only grows: its status
-- climbs, one that was not delivered may end, and an instant moves to an earlier one only. A call that was begun is never begun again by itself:
-- from UNKNOWN the way leads to DONE only.
CREATE OR REPLACE FUNCTION crm.judge_outbound_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ladder constant text[] := ARRAY['QUEUED', 'SENT', 'DELIVERED', 'OPENED', 'CLICKED', 'CONVERTED'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'QUEUED' OR NEW.handover <> 'WAITING' THEN
            RAISE EXCEPTION 'A message begins as QUEUED.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.message_id, NEW.customer_id, NEW.channel, NEW.purpose, NEW.subject_type, NEW.subject_id, NEW.resource, NEW.tier, NEW.document_id,
        NEW.queued_at, NEW.created_by, NEW.template_version_id)
       IS DISTINCT FROM (OLD.message_id, OLD.customer_id, OLD.channel, OLD.purpose, OLD.subject_type, OLD.subject_id, OLD.resource, OLD.tier,
        OLD.document_id, OLD.queued_at, OLD.created_by, OLD.template_version_id) OR OLD.sealed IS NOT NULL AND NEW.sealed IS DISTINCT FROM OLD.sealed THEN
        RAISE EXCEPTION 'A message stays what was written.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status AND NOT (
        NEW.status IN ('FAILED', 'BOUNCED') AND OLD.status IN ('QUEUED', 'SENT')
        OR coalesce(array_position(ladder, NEW.status) > array_position(ladder, OLD.status), false)) THEN
        RAISE EXCEPTION 'A message goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.handover <> OLD.handover AND NOT (NEW.handover = 'DONE' OR (OLD.handover, NEW.handover) IN (('WAITING', 'CLAIMED'), ('CLAIMED', 'WAITING'), ('CLAIMED', 'UNKNOWN'))) THEN
        RAISE EXCEPTION 'Handing over goes from % to % never.', OLD.handover, NEW.handover USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.sent_at IS NULL AND OLD.sent_at IS NOT NULL OR NEW.sent_at > OLD.sent_at
       OR NEW.delivered_at IS NULL AND OLD.delivered_at IS NOT NULL OR NEW.delivered_at > OLD.delivered_at
       OR NEW.opened_at IS NULL AND OLD.opened_at IS NOT NULL OR NEW.opened_at > OLD.opened_at
       OR NEW.clicked_at IS NULL AND OLD.clicked_at IS NOT NULL OR NEW.clicked_at > OLD.clicked_at
       OR OLD.failed_at IS NOT NULL AND (NEW.failed_at, NEW.failed_reason) IS DISTINCT FROM (OLD.failed_at, OLD.failed_reason) THEN
        RAISE EXCEPTION 'What is known of a message only grows.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- The product's jobs alone read and write what providers are and report; who configures keeps the accounts, who serves the customer the preferences.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
    configures text := $sql$(SELECT iam.reach('configuration', 'M')) = 4$sql$;
    looks text := $sql$(SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4$sql$;
    reached text := 'customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %I.customer_id)';
BEGIN
    CALL iam.protect('crm.message_providers');
    EXECUTE format('CREATE POLICY message_providers_read ON crm.message_providers FOR SELECT TO simpul_app, simpul_worker USING (%s OR %s)', by_system, looks);
    EXECUTE format('CREATE POLICY message_providers_insert ON crm.message_providers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s OR %s)', by_system, configures);
    EXECUTE format('CREATE POLICY message_providers_update ON crm.message_providers FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s)', by_system, configures);
    EXECUTE 'CREATE POLICY message_providers_delete ON crm.message_providers FOR DELETE TO simpul_app, simpul_worker USING (false)';
    CALL iam.protect('crm.provider_receipts');
    EXECUTE format('CREATE POLICY provider_receipts_read ON crm.provider_receipts FOR SELECT TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE format('CREATE POLICY provider_receipts_insert ON crm.provider_receipts FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', by_system);
    EXECUTE format('CREATE POLICY provider_receipts_update ON crm.provider_receipts FOR UPDATE TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE format('CREATE POLICY provider_receipts_delete ON crm.provider_receipts FOR DELETE TO simpul_app, simpul_worker USING (%s)', by_system);
    CALL iam.protect('crm.suppressed_addresses');
    EXECUTE format('CREATE POLICY suppressed_addresses_read ON crm.suppressed_addresses FOR SELECT TO simpul_app, simpul_worker USING (%s OR %s OR %s)', by_system, looks,
                   format(reached, 'suppressed_addresses'));
    EXECUTE format('CREATE POLICY suppressed_addresses_insert ON crm.suppressed_addresses FOR INSERT TO simpul_app, simpul_worker WITH CHECK (added_by = (SELECT iam.uid()) AND (%s OR %s))',
                   by_system, configures);
    EXECUTE format('CREATE POLICY suppressed_addresses_update ON crm.suppressed_addresses FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s)', by_system, configures);
    EXECUTE 'CREATE POLICY suppressed_addresses_delete ON crm.suppressed_addresses FOR DELETE TO simpul_app, simpul_worker USING (false)';
    CALL iam.protect('crm.contact_preferences');
    EXECUTE format('CREATE POLICY contact_preferences_read ON crm.contact_preferences FOR SELECT TO simpul_app, simpul_worker USING (%s OR %s)', by_system,
                   format(reached, 'contact_preferences'));
    EXECUTE format('CREATE POLICY contact_preferences_insert ON crm.contact_preferences FOR INSERT TO simpul_app, simpul_worker WITH CHECK (updated_by = (SELECT iam.uid()) AND (%s OR %s))',
                   by_system, $sql$customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = contact_preferences.customer_id
                                    AND r.branch_code = ANY ((SELECT iam.branches_for('consent', 'U'))::text[]))$sql$);
    EXECUTE format('CREATE POLICY contact_preferences_update ON crm.contact_preferences FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s) WITH CHECK (updated_by = (SELECT iam.uid()))',
                   by_system, $sql$customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = contact_preferences.customer_id
                                    AND r.branch_code = ANY ((SELECT iam.branches_for('consent', 'U'))::text[]))$sql$);
    EXECUTE 'CREATE POLICY contact_preferences_delete ON crm.contact_preferences FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;
