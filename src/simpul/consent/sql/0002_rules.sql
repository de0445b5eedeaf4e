-- What one row and its neighbours can prove.
ALTER TABLE crm.consent_purposes
    ADD CONSTRAINT consent_purposes_key_shape CHECK (purpose_key ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT consent_purposes_named CHECK (length(btrim(name_id)) BETWEEN 3 AND 80 AND length(btrim(name_en)) BETWEEN 3 AND 80),
    ADD CONSTRAINT consent_purposes_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.consent_wordings
    ADD CONSTRAINT consent_wordings_written CHECK (length(btrim(text_id)) BETWEEN 20 AND 4000 AND length(btrim(text_en)) BETWEEN 20 AND 4000),
    ADD CONSTRAINT consent_wordings_publisher_known FOREIGN KEY (published_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consent_wordings_of_purpose UNIQUE (wording_id, purpose_key, text_hash);
ALTER TABLE crm.consent_verifications
    ADD CONSTRAINT consent_verifications_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT consent_verifications_starter_known FOREIGN KEY (started_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consent_verifications_document_known FOREIGN KEY (evidence_document_id) REFERENCES crm.documents (document_id),
    ADD CONSTRAINT consent_verifications_of_customer UNIQUE (verification_id, customer_id);
ALTER TABLE crm.consent_requests
    ADD CONSTRAINT consent_requests_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT consent_requests_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT consent_requests_purpose_known FOREIGN KEY (consent_type) REFERENCES crm.consent_purposes (purpose_key),
    ADD CONSTRAINT consent_requests_requester_known FOREIGN KEY (requested_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consent_requests_decider_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consent_requests_decided_by_another CHECK (status = 'WITHDRAWN' OR decided_by <> requested_by),
    ADD CONSTRAINT consent_requests_verified FOREIGN KEY (verification_id, customer_id) REFERENCES crm.consent_verifications (verification_id, customer_id),
    ADD CONSTRAINT consent_requests_notes_length CHECK (length(notes) <= 1000 AND length(decision_note) <= 500);
ALTER TABLE crm.consents
    ADD CONSTRAINT consents_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT consents_purpose_known FOREIGN KEY (consent_type) REFERENCES crm.consent_purposes (purpose_key),
    ADD CONSTRAINT consents_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT consents_captured_by_known FOREIGN KEY (captured_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consents_approved_by_known FOREIGN KEY (approved_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT consents_approved_by_another CHECK (approved_by <> captured_by),
    ADD CONSTRAINT consents_verified FOREIGN KEY (verification_id, customer_id) REFERENCES crm.consent_verifications (verification_id, customer_id),
    ADD CONSTRAINT consents_worded FOREIGN KEY (wording_id, consent_type, wording_hash) REFERENCES crm.consent_wordings (wording_id, purpose_key, text_hash),
    ADD CONSTRAINT consents_evidence_known FOREIGN KEY (evidence_document_id) REFERENCES crm.documents (document_id),
    ADD CONSTRAINT consents_texts_length CHECK (length(reason) <= 300 AND length(notes) <= 1000 AND length(source_reference) <= 200);

-- What holds for one customer, purpose and way of writing: the latest word about all ways or this one; NULL when there is none.
CREATE FUNCTION crm.consent_at(asked_customer uuid, asked_purpose text, asked_channel text, asked_at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = crm, pg_temp AS $$
    SELECT c.status FROM crm.consents c
    WHERE c.customer_id = asked_customer AND c.consent_type = asked_purpose AND (c.channel IS NULL OR c.channel = asked_channel) AND c.effective_at <= asked_at
    ORDER BY c.effective_at DESC LIMIT 1
$$;

-- Whether the caller works in marketing, beside whatever else: then no consent is changed.
CREATE FUNCTION iam.works_in_marketing() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id
                   WHERE ur.user_id = iam.uid() AND coalesce(r.based_on, r.role_key) = 'MARKETING')
$$;
ALTER FUNCTION iam.works_in_marketing() OWNER TO simpul_search;

-- Customers as whoever reads all consents may name them without reaching them: the mask is made here, so that nothing clear
-- leaves the database on this way.
CREATE FUNCTION crm.masked_names(wanted uuid[]) RETURNS TABLE (customer_id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF iam.reach('consent', 'R') < 4 OR NOT 'consent' = ANY (iam.resources_whole('R')) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT c.customer_id, (SELECT string_agg(left(word, 1) || '***', ' ' ORDER BY place)
                                          FROM regexp_split_to_table(btrim(c.full_name), '\s+') WITH ORDINALITY AS w (word, place))
        FROM crm.customers c WHERE c.customer_id = ANY (wanted) LIMIT 200;
END $$;
ALTER FUNCTION crm.masked_names(uuid[]) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.masked_names(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.masked_names(uuid[]) TO simpul_app, simpul_worker;

-- Whoever writes to customers holds the first lock shared, and for each customer the second one shared, from the question whether
-- the customer agrees until the provider has the message. A change takes the customer's lock alone, so it waits for a message that
-- is leaving, and the next one finds it. A set of changes takes the first lock alone, since thousands of locks do not fit.
CREATE FUNCTION crm.lock_consent(asked_customer uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('app.consents_by_set', true) = 'on' THEN
        PERFORM pg_advisory_xact_lock(7301);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(7301);
        PERFORM pg_advisory_xact_lock(hashtextextended(asked_customer::text, 7302));
    END IF;
END $$;
CREATE FUNCTION crm.hold_consents(asked_customers uuid[]) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_advisory_xact_lock_shared(7301);
    SELECT pg_advisory_xact_lock_shared(hashtextextended(each::text, 7302)) FROM (SELECT DISTINCT unnest(asked_customers) AS each ORDER BY 1) c
$$;

-- Judges every word that is added: by whom, how the customer was verified, on which text, and when.
CREATE FUNCTION crm.judge_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    latest timestamptz;
    verified crm.consent_verifications;
    asked crm.consent_requests;
    by_system constant boolean := iam.uid() = '00000000-0000-7000-8000-000000000001';
BEGIN
    PERFORM crm.lock_consent(NEW.customer_id);
    IF NEW.effective_at > clock_timestamp() + interval '1 minute' THEN
        RAISE EXCEPTION 'A consent does not begin in the future.' USING ERRCODE = 'check_violation';
    END IF;
    IF current_user IN ('simpul_app', 'simpul_worker') THEN
        IF iam.works_in_marketing() THEN
            RAISE EXCEPTION 'Marketing never changes a consent.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF by_system THEN
            IF NEW.captured_by <> iam.uid() OR NEW.approved_by IS NOT NULL THEN
                RAISE EXCEPTION 'What no user entered is recorded by the system.' USING ERRCODE = 'insufficient_privilege';
            END IF;
        ELSE
            SELECT * INTO verified FROM crm.consent_verifications v WHERE v.verification_id = NEW.verification_id;
            IF NEW.request_id IS NULL THEN
                IF NEW.captured_by <> iam.uid() OR NEW.approved_by IS NOT NULL OR verified.started_by IS DISTINCT FROM iam.uid() THEN
                    RAISE EXCEPTION 'A consent is recorded by who verified the customer.' USING ERRCODE = 'insufficient_privilege';
                END IF;
            ELSE
                SELECT * INTO asked FROM crm.consent_requests r WHERE r.request_id = NEW.request_id;
                IF NEW.approved_by IS DISTINCT FROM iam.uid() OR NEW.status <> 'GRANTED'
                   OR (asked.customer_id, asked.consent_type, asked.requested_by, asked.verification_id, asked.wording_id, asked.status)
                      IS DISTINCT FROM (NEW.customer_id, NEW.consent_type, NEW.captured_by, NEW.verification_id, NEW.wording_id, 'APPROVED')
                   OR asked.channel IS DISTINCT FROM NEW.channel THEN
                    RAISE EXCEPTION 'An approved consent is what was asked for.' USING ERRCODE = 'insufficient_privilege';
                END IF;
            END IF;
            IF verified.verified_at IS NULL OR verified.method <> NEW.verification_method
               OR NEW.request_id IS NULL AND NEW.effective_at NOT BETWEEN verified.verified_at AND verified.expires_at THEN
                RAISE EXCEPTION 'A change takes a verification that still holds.' USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.status = 'GRANTED' AND NEW.wording_id IS NULL THEN
                RAISE EXCEPTION 'A consent is given to a text.' USING ERRCODE = 'insufficient_privilege';
            END IF;
            SELECT max(c.effective_at) INTO latest FROM crm.consents c WHERE c.customer_id = NEW.customer_id AND c.consent_type = NEW.consent_type;
            NEW.effective_at := greatest(NEW.effective_at, latest + interval '1 microsecond');
        END IF;
    END IF;
    NEW.old_status := crm.consent_at(NEW.customer_id, NEW.consent_type, NEW.channel, NEW.effective_at);
    RETURN NEW;
END $$;
CREATE TRIGGER judge_consent BEFORE INSERT ON crm.consents FOR EACH ROW EXECUTE FUNCTION crm.judge_consent();

CREATE FUNCTION crm.refuse_consent_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'What a customer agreed to, and to which text, stays as it was recorded.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.consents FOR EACH ROW EXECUTE FUNCTION crm.refuse_consent_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.consents FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_consent_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.consent_wordings FOR EACH ROW EXECUTE FUNCTION crm.refuse_consent_rewriting();

-- A verification is what was begun; it only goes on: more attempts, verified once.
CREATE FUNCTION crm.judge_verification() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.verification_id, NEW.customer_id, NEW.method, NEW.hint, NEW.started_by, NEW.started_at, NEW.expires_at)
       IS DISTINCT FROM (OLD.verification_id, OLD.customer_id, OLD.method, OLD.hint, OLD.started_by, OLD.started_at, OLD.expires_at)
       OR NEW.channel IS DISTINCT FROM OLD.channel OR NEW.secret_hash IS DISTINCT FROM OLD.secret_hash OR NEW.evidence_document_id IS DISTINCT FROM OLD.evidence_document_id
       OR NEW.attempts < OLD.attempts OR OLD.verified_at IS NOT NULL AND NEW.verified_at IS DISTINCT FROM OLD.verified_at THEN
        RAISE EXCEPTION 'A verification only goes on.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_verification BEFORE UPDATE ON crm.consent_verifications FOR EACH ROW EXECUTE FUNCTION crm.judge_verification();

-- A request is made by who verified the customer, stays what was asked, and is decided once.
CREATE FUNCTION crm.judge_consent_request() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF current_user IN ('simpul_app', 'simpul_worker') AND (iam.works_in_marketing() OR NOT EXISTS (
                SELECT FROM crm.consent_verifications v WHERE v.verification_id = NEW.verification_id AND v.started_by = NEW.requested_by
                    AND NEW.requested_at BETWEEN v.verified_at AND v.expires_at)) THEN
            RAISE EXCEPTION 'A request takes a verification that still holds.' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF OLD.status <> 'PENDING' OR to_jsonb(NEW) - ARRAY['status', 'decided_by', 'decided_at', 'decision_note']
       IS DISTINCT FROM to_jsonb(OLD) - ARRAY['status', 'decided_by', 'decided_at', 'decision_note'] THEN
        RAISE EXCEPTION 'A request about consent stays what was asked, and is decided once.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_consent_request BEFORE INSERT OR UPDATE ON crm.consent_requests FOR EACH ROW EXECUTE FUNCTION crm.judge_consent_request();

-- The history as the product shows it: each word with what held before it.
CREATE VIEW crm.consent_history WITH (security_invoker = true) AS
SELECT consent_id, customer_id, consent_type, channel, old_status, status AS new_status, effective_at AS changed_at, captured_by AS changed_by, captured_channel,
       verification_method, reason, approved_by
FROM crm.consents;
GRANT SELECT ON crm.consent_history TO simpul_app, simpul_worker;

-- Whose rows a caller reaches, as policies.py says it. A grant for the status alone opens no row.
DO $$
DECLARE
    target text;
    whole constant text := $sql$'consent' = ANY ((SELECT iam.resources_whole('R'))::text[])$sql$;
    reached constant text := $sql$((SELECT iam.reach('consent', '%2$s')) = 4
        OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %1$s.customer_id
                             AND (r.branch_code = ANY ((SELECT iam.branches_for('consent', '%2$s'))::text[]) OR r.rm_user_id = (SELECT iam.portfolio_for('consent', '%2$s')))))$sql$;
    opened constant text := 'customer_id = ANY ((SELECT iam.elevated_customers())::uuid[])';
BEGIN
    FOREACH target IN ARRAY ARRAY['consents', 'consent_requests'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (%s OR (%s AND %s))', target || '_read', target, opened, whole,
                       format(reached, target, 'R'));
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
    EXECUTE format('CREATE POLICY consents_insert ON crm.consents FOR INSERT TO simpul_app, simpul_worker WITH CHECK (CASE WHEN approved_by IS NULL THEN %s ELSE %s END)',
                   format(reached, 'consents', 'U'), format(reached, 'consents', 'A'));
    EXECUTE 'CREATE POLICY consents_update ON crm.consents FOR UPDATE TO simpul_app, simpul_worker USING (false)';
    EXECUTE format('CREATE POLICY consent_requests_insert ON crm.consent_requests FOR INSERT TO simpul_app, simpul_worker WITH CHECK (requested_by = (SELECT iam.uid()) AND status = ''PENDING'' AND %s)',
                   format(reached, 'consent_requests', 'U'));
    EXECUTE format('CREATE POLICY consent_requests_decide ON crm.consent_requests FOR UPDATE TO simpul_app, simpul_worker USING (status = ''PENDING'' AND requested_by <> (SELECT iam.uid()) AND %s)
                    WITH CHECK (status IN (''APPROVED'', ''REJECTED'') AND decided_by = (SELECT iam.uid()) AND requested_by <> (SELECT iam.uid()))',
                   format(reached, 'consent_requests', 'A'));
    EXECUTE 'CREATE POLICY consent_requests_withdraw ON crm.consent_requests FOR UPDATE TO simpul_app, simpul_worker USING (status = ''PENDING'' AND requested_by = (SELECT iam.uid()))
             WITH CHECK (status = ''WITHDRAWN'' AND decided_by = (SELECT iam.uid()))';
    CALL iam.protect('crm.consent_verifications');
    -- Who approves a request reads how its customer was verified.
    EXECUTE 'CREATE POLICY consent_verifications_read ON crm.consent_verifications FOR SELECT TO simpul_app, simpul_worker USING (started_by = (SELECT iam.uid())
             OR verification_id = (SELECT r.verification_id FROM crm.consent_requests r WHERE r.verification_id = consent_verifications.verification_id LIMIT 1))';
    EXECUTE format('CREATE POLICY consent_verifications_insert ON crm.consent_verifications FOR INSERT TO simpul_app, simpul_worker WITH CHECK (started_by = (SELECT iam.uid()) AND %s)',
                   format(reached, 'consent_verifications', 'U'));
    EXECUTE 'CREATE POLICY consent_verifications_update ON crm.consent_verifications FOR UPDATE TO simpul_app, simpul_worker USING (started_by = (SELECT iam.uid()))';
    EXECUTE 'CREATE POLICY consent_verifications_delete ON crm.consent_verifications FOR DELETE TO simpul_app, simpul_worker USING (false)';
    FOREACH target IN ARRAY ARRAY['consent_purposes', 'consent_wordings'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (true)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;

INSERT INTO crm.consent_purposes (purpose_key, name_id, name_en, position, needs_approval, updated_by) VALUES
    ('MARKETING', 'Penawaran dan promosi', 'Offers and promotions', 1, false, '00000000-0000-7000-8000-000000000001'),
    ('PROFILING', 'Pemrofilan untuk penawaran yang sesuai', 'Profiling for fitting offers', 2, true, '00000000-0000-7000-8000-000000000001'),
    ('THIRDPARTY_SHARE', 'Berbagi data dengan pihak ketiga', 'Sharing data with third parties', 3, true, '00000000-0000-7000-8000-000000000001')
ON CONFLICT DO NOTHING;
INSERT INTO crm.consent_wordings (wording_id, purpose_key, number, text_id, text_en, text_hash, published_at, published_by)
SELECT uuidv7(), w.purpose, 1, w.text_id, w.text_en, encode(sha256(convert_to(w.text_id || E'\n' || w.text_en, 'UTF8')), 'hex'), now(), '00000000-0000-7000-8000-000000000001'
FROM (VALUES
    ('MARKETING',
     'Saya setuju menerima penawaran dan promosi melalui kanal yang saya pilih. Data yang dipakai: nama, kontak, dan produk yang saya miliki, selama saya menjadi nasabah. Saya dapat menarik persetujuan ini kapan saja tanpa memengaruhi layanan.',
     'I agree to receive offers and promotions by the channels that I choose. Used are my name, contact data and products, for as long as I am a customer. I can withdraw this consent at any time without consequences for the service.'),
    ('PROFILING',
     'Saya setuju data transaksi dan produk saya dianalisis untuk memilih penawaran yang sesuai. Tidak ada keputusan tentang layanan yang diambil hanya dari analisis ini. Saya dapat menarik persetujuan ini kapan saja.',
     'I agree that my transactions and products are analysed to choose fitting offers. No decision about the service is made by this analysis alone. I can withdraw this consent at any time.'),
    ('THIRDPARTY_SHARE',
     'Saya setuju nama dan kontak saya dibagikan kepada mitra yang disebutkan kepada saya, hanya untuk penawaran mereka. Saya dapat menarik persetujuan ini kapan saja; mitra diberi tahu.',
     'I agree that my name and contact data are shared with the partners that were named to me, for their offers only. I can withdraw this consent at any time; the partners are told.')
) AS w (purpose, text_id, text_en)
WHERE NOT EXISTS (SELECT FROM crm.consent_wordings k WHERE k.purpose_key = w.purpose);
