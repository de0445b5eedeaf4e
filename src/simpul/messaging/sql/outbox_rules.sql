-- The resources on which the caller holds an action as a whole: a grant limited to a summary or to break-glass is none.
CREATE FUNCTION iam.resources_whole(asked_action text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT g.resource), '{}')
    FROM iam.users u
    JOIN iam.user_roles ur ON ur.user_id = u.user_id
    JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.action = asked_action AND g.reach >= 1 AND g.limited_to = ''
      AND (NOT g.per_user OR EXISTS (
            SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;
ALTER FUNCTION iam.resources_whole(text) OWNER TO simpul_search;

ALTER TABLE crm.outbound_messages
    ADD CONSTRAINT outbound_messages_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT outbound_messages_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT outbound_messages_document_known FOREIGN KEY (document_id) REFERENCES crm.documents (document_id),
    ADD CONSTRAINT outbound_messages_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT outbound_messages_reason_shape CHECK (failed_reason ~ '^[A-Z][A-Z0-9_]{1,59}$');

-- A message stays what was written. What is known of it only grows: its status climbs, one that was not delivered may end,
-- and an instant moves to an earlier one only.
CREATE FUNCTION crm.judge_outbound_message() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE TRIGGER judge_outbound_message BEFORE INSERT OR UPDATE ON crm.outbound_messages FOR EACH ROW EXECUTE FUNCTION crm.judge_outbound_message();

-- A message shows to who holds its resource as a whole and reaches its customer, or wrote it, within its tier; and under an
-- elevation that opens the customer at that tier. Providers and jobs of the product act on every message, and alone say what became of one.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
    mine text := 'created_by = (SELECT iam.uid())';
    held text := $sql$resource = ANY ((SELECT iam.resources_whole('R'))::text[])$sql$;
    reached text := 'customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = outbound_messages.customer_id)';
    opened text := $sql$(customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]) AND tier <= greatest(1, (SELECT iam.elevation_tier())))$sql$;
    of_tier text := '(tier = 1';
    tier integer;
BEGIN
    FOREACH tier IN ARRAY ARRAY[2, 3] LOOP
        of_tier := of_tier || replace($sql$
        OR (tier = %1 AND ((SELECT iam.reach('tier%1', 'R')) = 4 OR branch_code = ANY ((SELECT iam.branches_for('tier%1', 'R'))::text[])
            OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = outbound_messages.customer_id
                                 AND (r.rm_user_id = (SELECT iam.portfolio_for('tier%1', 'R')) OR r.branch_code = ANY ((SELECT iam.branches_for('tier%1', 'R'))::text[])))))$sql$,
            '%1', tier::text);
    END LOOP;
    of_tier := of_tier || ')';
    CALL iam.protect('crm.outbound_messages');
    EXECUTE format('CREATE POLICY outbound_messages_read ON crm.outbound_messages FOR SELECT TO simpul_app, simpul_worker USING (%s OR %s OR (%s AND (%s OR (%s AND %s))))',
                   by_system, opened, held, mine, reached, of_tier);
    EXECUTE format('CREATE POLICY outbound_messages_insert ON crm.outbound_messages FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s AND (%s OR %s))',
                   mine, by_system, held);
    EXECUTE format('CREATE POLICY outbound_messages_update ON crm.outbound_messages FOR UPDATE TO simpul_app, simpul_worker USING (%s)', by_system);
    EXECUTE 'CREATE POLICY outbound_messages_delete ON crm.outbound_messages FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;
