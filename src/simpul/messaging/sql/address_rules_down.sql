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
