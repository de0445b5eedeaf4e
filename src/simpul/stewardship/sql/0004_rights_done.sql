-- What one row and its neighbours can prove.
ALTER TABLE crm.legal_holds
    ADD CONSTRAINT legal_holds_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT legal_holds_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT legal_holds_placer_known FOREIGN KEY (placed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT legal_holds_lifter_known FOREIGN KEY (lifted_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT legal_holds_texts_length CHECK (length(btrim(reason)) BETWEEN 10 AND 500 AND length(lift_reason) <= 500);
ALTER TABLE crm.processing_limits
    ADD CONSTRAINT processing_limits_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT processing_limits_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT processing_limits_starter_known FOREIGN KEY (started_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT processing_limits_ender_known FOREIGN KEY (ended_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT processing_limits_reviewer_known FOREIGN KEY (reviewed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT processing_limits_texts_length CHECK (length(end_reason) <= 500 AND length(review_note) <= 1000);

-- What is known of a hold or a limit only grows, in the own name.
CREATE FUNCTION crm.judge_standing_fact() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    was jsonb := to_jsonb(OLD);
    is_now jsonb := to_jsonb(NEW);
    part text;
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    FOREACH part IN ARRAY TG_ARGV LOOP
        IF is_now -> (part || '_by') IS DISTINCT FROM was -> (part || '_by')
           AND (was ->> (part || '_by') IS NOT NULL OR (is_now ->> (part || '_by'))::uuid IS DISTINCT FROM iam.uid()) THEN
            RAISE EXCEPTION 'A standing fact is ended once, in the own name.' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_legal_hold BEFORE UPDATE ON crm.legal_holds FOR EACH ROW EXECUTE FUNCTION crm.judge_standing_fact('lifted');
CREATE TRIGGER judge_processing_limit BEFORE UPDATE ON crm.processing_limits FOR EACH ROW EXECUTE FUNCTION crm.judge_standing_fact('ended', 'reviewed');
REVOKE UPDATE ON crm.legal_holds, crm.processing_limits FROM simpul_app, simpul_worker;
GRANT UPDATE (lifted_by, lifted_at, lift_reason) ON crm.legal_holds TO simpul_app, simpul_worker;
GRANT UPDATE (ended_at, ended_by, end_reason, reviewed_at, reviewed_by, review_note) ON crm.processing_limits TO simpul_app, simpul_worker;

CALL iam.protect('crm.legal_holds');
CREATE POLICY legal_holds_read ON crm.legal_holds FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('data_protection', 'R')) = 4);
CREATE POLICY legal_holds_insert ON crm.legal_holds FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('data_protection', 'C')) = 4 AND placed_by = (SELECT iam.uid()) AND lifted_by IS NULL);
CREATE POLICY legal_holds_update ON crm.legal_holds FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('data_protection', 'U')) = 4);
CREATE POLICY legal_holds_delete ON crm.legal_holds FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Whoever reaches the customer learns that processing is limited; who works on the rights of the branch as well.
CALL iam.protect('crm.processing_limits');
CREATE POLICY processing_limits_read ON crm.processing_limits FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('rights_request', 'R'))::text[])
    OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = processing_limits.customer_id));
CREATE POLICY processing_limits_insert ON crm.processing_limits FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    started_by = (SELECT iam.uid()) AND ended_by IS NULL AND reviewed_by IS NULL
    AND request_id = (SELECT r.request_id FROM crm.rights_requests r WHERE r.request_id = processing_limits.request_id AND r.customer_id = processing_limits.customer_id
                         AND r.branch_code = processing_limits.branch_code AND r.kind = processing_limits.kind AND r.verification_method IS NOT NULL));
CREATE POLICY processing_limits_update ON crm.processing_limits FOR UPDATE TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('rights_request', 'A'))::text[]));
CREATE POLICY processing_limits_delete ON crm.processing_limits FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A pack shows with its request; the product alone makes and destroys it.
CALL iam.protect('crm.rights_packs');
CREATE POLICY rights_packs_read ON crm.rights_packs FOR SELECT TO simpul_app, simpul_worker USING (
    request_id = (SELECT r.request_id FROM crm.rights_requests r WHERE r.request_id = rights_packs.request_id));
CREATE POLICY rights_packs_insert ON crm.rights_packs FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND sealed = '');
CREATE POLICY rights_packs_update ON crm.rights_packs FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY rights_packs_delete ON crm.rights_packs FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Erasure rewrites what nobody else may: these rules let it pass, inside crm.erase_person and nowhere else.
DO $$
DECLARE
    kept record;
    written text;
BEGIN
    FOR kept IN SELECT t.oid, t.tgname, t.tgrelid::regclass AS target
                FROM (VALUES ('crm.cases', 'judge_case'), ('crm.case_activities', 'refuse_change'), ('crm.case_extensions', 'judge_case_extension'),
                             ('crm.case_intake', 'judge_case_intake'), ('crm.consents', 'refuse_change'), ('crm.consent_requests', 'judge_consent_request'),
                             ('crm.outbound_messages', 'judge_outbound_message'), ('crm.workflow_moves', 'refuse_change'), ('crm.documents', 'guard_document'),
                             ('crm.document_versions', 'guard_version')) AS w (target, name)
                JOIN pg_trigger t ON t.tgrelid = w.target::regclass AND t.tgname = w.name
    LOOP
        written := pg_get_triggerdef(kept.oid);
        EXECUTE format('DROP TRIGGER %I ON %s', kept.tgname, kept.target);
        EXECUTE replace(written, ' FOR EACH ROW EXECUTE ', $when$ FOR EACH ROW WHEN (CURRENT_USER <> 'simpul_search' OR current_setting('app.erasing', true) IS DISTINCT FROM 'on') EXECUTE $when$);
    END LOOP;
END $$;

-- Erases what identifies one person, in one transaction, on an approved request alone. The row of the customer, what was booked and
-- that something was said or done stay, without a word of the person.
CREATE FUNCTION crm.erase_person(asked_request uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
DECLARE
    person uuid;
    words text[];
    counted jsonb := '{}';
    touched integer;
    gone constant text := 'Data pribadi dihapus.';
BEGIN
    SELECT r.customer_id INTO person FROM crm.rights_requests r
    WHERE r.request_id = asked_request AND r.kind = 'ERASURE' AND r.status IN ('WAITING_APPROVAL', 'DONE') AND r.verification_method IS NOT NULL
      AND r.handled_by <> iam.uid() AND r.branch_code = ANY ((SELECT iam.branches_for('rights_request', 'A'))::text[])
      AND NOT EXISTS (SELECT FROM crm.legal_holds h WHERE h.customer_id = r.customer_id AND h.lifted_at IS NULL);
    IF person IS NULL THEN
        RAISE EXCEPTION 'A person is erased on an approved request, and under no legal hold.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('app.erasing', 'on', true);
    PERFORM pg_advisory_xact_lock(hashtext('crm.search_tokens')); -- nobody gives a word to a customer while it is forgotten
    SELECT string_to_array(c.sort_name, ' ') INTO words FROM crm.customers c WHERE c.customer_id = person FOR UPDATE;

    DELETE FROM crm.customer_identifiers WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    counted := counted || jsonb_build_object('identifiers', touched);
    DELETE FROM crm.retired_identifiers WHERE customer_id = person;
    DELETE FROM crm.customer_addresses WHERE customer_id = person;
    DELETE FROM crm.customer_relationships WHERE person IN (customer_id, related_customer_id);
    DELETE FROM crm.customer_import_changes WHERE customer_id = person;
    DELETE FROM crm.recent_customers WHERE customer_id = person;
    DELETE FROM crm.timeline_events WHERE customer_id = person;
    UPDATE crm.change_request_askers SET note = '' WHERE change_request_id IN (SELECT change_request_id FROM crm.customer_change_requests WHERE customer_id = person);
    UPDATE crm.customer_change_requests SET changes = '{"erased": true}', replaced = '{}', note = '', decision_note = '' WHERE customer_id = person;
    UPDATE crm.consents SET notes = '', reason = '' WHERE customer_id = person AND (notes <> '' OR reason <> '');
    UPDATE crm.consent_requests SET notes = '', decision_note = '' WHERE customer_id = person;
    UPDATE crm.tasks SET title = gone, notes = '', skip_reason = CASE status WHEN 'SKIPPED' THEN gone ELSE '' END WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    counted := counted || jsonb_build_object('tasks', touched);
    UPDATE crm.case_activities SET message = CASE WHEN message IS NULL THEN NULL ELSE gone END WHERE case_id IN (SELECT case_id FROM crm.cases WHERE customer_id = person);
    UPDATE crm.case_extensions SET note = gone, decision_note = '' WHERE case_id IN (SELECT case_id FROM crm.cases WHERE customer_id = person);
    UPDATE crm.case_reminders SET note = '' WHERE case_id IN (SELECT case_id FROM crm.cases WHERE customer_id = person);
    UPDATE crm.case_intake SET sealed = '', external_key = NULL, discard_reason = CASE WHEN discard_reason = '' THEN '' ELSE gone END WHERE customer_id = person;
    UPDATE crm.cases SET description = gone, contact_preference = '', transaction_ref = '', complainant = '', complainant_authority = '',
        final_response = CASE WHEN final_response IS NULL THEN NULL ELSE gone END, proposed_response = CASE WHEN proposed_response IS NULL THEN NULL ELSE gone END
    WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    counted := counted || jsonb_build_object('cases', touched);
    -- What waits to be sent is sent no more; of an address nothing stays that leads to the person.
    UPDATE crm.outbound_messages SET sealed = '', token_values = NULL, address_hash = NULL, handover = 'DONE', status = CASE status WHEN 'QUEUED' THEN 'FAILED' ELSE status END,
        failed_at = CASE status WHEN 'QUEUED' THEN now() ELSE failed_at END, failed_reason = CASE status WHEN 'QUEUED' THEN 'PERSON_ERASED' ELSE failed_reason END
    WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    DELETE FROM crm.push_subscriptions WHERE customer_id = person;
    DELETE FROM crm.contact_preferences WHERE customer_id = person;
    UPDATE crm.suppressed_addresses SET customer_id = NULL, message_id = NULL WHERE customer_id = person;
    counted := counted || jsonb_build_object('messages', touched);
    -- The key of a document goes first and for ever; the store removes the file that no key opens.
    UPDATE crm.document_versions SET sealed_key = '', frozen = '', file_name = 'dihapus', finding = '' WHERE document_id IN (SELECT document_id FROM crm.documents WHERE customer_id = person);
    UPDATE crm.documents SET title = gone, content_hash = sha256(document_id::text::bytea), hidden_at = coalesce(hidden_at, now()), hidden_by = coalesce(hidden_by, iam.uid()),
        hide_reason = gone, purged_at = coalesce(purged_at, now()) WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    counted := counted || jsonb_build_object('documents', touched);
    UPDATE crm.transactions SET counterparty = NULL, account_hint = '0000', account_hash = sha256(transaction_id::text::bytea), source_key = 'erased:' || transaction_id
    WHERE customer_id = person;
    GET DIAGNOSTICS touched = ROW_COUNT;
    counted := counted || jsonb_build_object('transactions', touched);
    UPDATE crm.workflow_moves SET reason = '', sealed = '' WHERE item_id IN (SELECT item_id FROM crm.workflow_items WHERE customer_id = person) AND (reason <> '' OR sealed <> '');
    UPDATE crm.rights_requests SET details = '', outcome = '', refusal_reason = CASE refusal_code WHEN 'OTHER' THEN gone ELSE '' END, approval_note = '' WHERE customer_id = person;
    UPDATE crm.rights_packs SET status = 'EXPIRED', sealed = '' WHERE status = 'READY' AND request_id IN (SELECT request_id FROM crm.rights_requests WHERE customer_id = person);
    UPDATE crm.customers SET full_name = 'Data dihapus', birth_date = NULL, gender = NULL, phone_e164 = NULL, email = NULL, tags = '{}', preferred_channel = NULL, is_vip = false,
        status = 'CLOSED', source_system = NULL, source_key = NULL, version = version + 1, updated_at = now() WHERE customer_id = person;

    -- The words that nobody else is called by are forgotten now, not tonight.
    DELETE FROM crm.search_tokens t WHERE t.token = ANY (words) AND NOT EXISTS (SELECT FROM crm.customer_search s WHERE s.toks @> ARRAY[hashtext(t.token)]);
    DELETE FROM crm.search_token_keys k WHERE k.token = ANY (words) AND NOT EXISTS (SELECT FROM crm.search_tokens t WHERE t.token = k.token);
    DELETE FROM crm.search_branch_tokens b WHERE b.token = ANY (words) AND NOT EXISTS (
        SELECT FROM crm.customer_search s JOIN iam.branches p ON p.branch_code = s.branch_code WHERE p.branch_no = b.branch_no AND s.toks @> ARRAY[hashtext(b.token)]);
    PERFORM set_config('app.erasing', '', true);
    RETURN counted;
END $$;
ALTER FUNCTION crm.erase_person(uuid) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.erase_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.erase_person(uuid) TO simpul_app, simpul_worker;
GRANT SELECT ON crm.push_subscriptions, crm.contact_preferences, crm.suppressed_addresses TO simpul_search;
GRANT DELETE ON crm.customer_identifiers, crm.retired_identifiers, crm.customer_addresses, crm.customer_relationships, crm.customer_import_changes, crm.recent_customers,
    crm.timeline_events, crm.push_subscriptions, crm.contact_preferences TO simpul_search;
GRANT UPDATE ON crm.change_request_askers, crm.customer_change_requests, crm.consents, crm.consent_requests, crm.tasks, crm.case_activities, crm.case_extensions, crm.case_reminders,
    crm.case_intake, crm.cases, crm.outbound_messages, crm.suppressed_addresses, crm.document_versions, crm.documents, crm.transactions, crm.workflow_moves, crm.rights_requests, crm.rights_packs
    TO simpul_search;
