ALTER TABLE crm.outbound_messages DROP CONSTRAINT outbound_messages_provider_known;
ALTER TABLE crm.contact_preferences DROP CONSTRAINT contact_preferences_customer_known, DROP CONSTRAINT contact_preferences_editor_known;
ALTER TABLE crm.suppressed_addresses
    DROP CONSTRAINT suppressed_addresses_customer_known, DROP CONSTRAINT suppressed_addresses_adder_known, DROP CONSTRAINT suppressed_addresses_lifter_known;
ALTER TABLE crm.message_providers
    DROP CONSTRAINT message_providers_key_shape, DROP CONSTRAINT message_providers_named, DROP CONSTRAINT message_providers_editor_known;
ALTER TABLE crm.outbound_messages DISABLE TRIGGER judge_outbound_message;
UPDATE crm.outbound_messages SET sealed = '' WHERE sealed IS NULL;
ALTER TABLE crm.outbound_messages ENABLE TRIGGER judge_outbound_message;
CREATE OR REPLACE FUNCTION crm.judge_outbound_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ladder constant text[] := ARRAY['QUEUED', 'SENT', 'DELIVERED', 'OPENED', 'CLICKED', 'CONVERTED'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'QUEUED' THEN
            RAISE EXCEPTION 'A message begins as QUEUED.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.message_id, NEW.customer_id, NEW.channel, NEW.purpose, NEW.subject_type, NEW.subject_id, NEW.resource, NEW.tier, NEW.sealed, NEW.document_id,
        NEW.queued_at, NEW.created_by)
       IS DISTINCT FROM (OLD.message_id, OLD.customer_id, OLD.channel, OLD.purpose, OLD.subject_type, OLD.subject_id, OLD.resource, OLD.tier, OLD.sealed,
        OLD.document_id, OLD.queued_at, OLD.created_by) THEN
        RAISE EXCEPTION 'A message stays what was written.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status AND NOT (
        NEW.status IN ('FAILED', 'BOUNCED') AND OLD.status IN ('QUEUED', 'SENT')
        OR coalesce(array_position(ladder, NEW.status) > array_position(ladder, OLD.status), false)) THEN
        RAISE EXCEPTION 'A message goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.sent_at IS NULL AND OLD.sent_at IS NOT NULL OR NEW.sent_at > OLD.sent_at
       OR NEW.delivered_at IS NULL AND OLD.delivered_at IS NOT NULL OR NEW.delivered_at > OLD.delivered_at
       OR OLD.failed_at IS NOT NULL AND (NEW.failed_at, NEW.failed_reason) IS DISTINCT FROM (OLD.failed_at, OLD.failed_reason) THEN
        RAISE EXCEPTION 'What is known of a message only grows.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
