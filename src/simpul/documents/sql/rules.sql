-- The resources on which the caller holds an action at least this far: row policies over several resources ask it.
CREATE FUNCTION iam.resources_reached(asked_action text, at_least integer) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = iam, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT g.resource), '{}')
    FROM iam.users u
    JOIN iam.user_roles ur ON ur.user_id = u.user_id
    JOIN iam.grants g ON g.role_id = ur.role_id
    WHERE u.user_id = iam.uid() AND u.status = 'ACTIVE' AND g.action = asked_action AND g.reach >= at_least
      AND (NOT g.per_user OR EXISTS (
            SELECT FROM iam.user_switches s WHERE s.user_id = u.user_id AND s.resource = g.resource AND s.action = g.action))
$$;
ALTER FUNCTION iam.resources_reached(text, integer) OWNER TO simpul_search;

ALTER TABLE crm.documents
    ADD CONSTRAINT documents_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT documents_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT documents_uploader_known FOREIGN KEY (uploaded_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT documents_hider_known FOREIGN KEY (hidden_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT documents_title_length CHECK (length(title) BETWEEN 1 AND 200),
    ADD CONSTRAINT documents_reason_length CHECK (length(hide_reason) <= 300),
    ADD CONSTRAINT documents_hash_length CHECK (octet_length(content_hash) = 32);
ALTER TABLE crm.document_versions
    ADD CONSTRAINT document_versions_storer_known FOREIGN KEY (stored_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT document_versions_address_shape CHECK (address ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT document_versions_name_plain CHECK (length(file_name) BETWEEN 1 AND 140 AND file_name !~ '[[:cntrl:]/\\]');

-- A content is never rewritten: a scan that was due says what it found, and at the end its key is destroyed. A document
-- keeps what it was; its place follows its subject, and whatever is hidden stays so.
CREATE FUNCTION crm.guard_document_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.version_id, NEW.document_id, NEW.number, NEW.file_name, NEW.media_type, NEW.size, NEW.address, NEW.stored_by, NEW.stored_at)
       IS DISTINCT FROM (OLD.version_id, OLD.document_id, OLD.number, OLD.file_name, OLD.media_type, OLD.size, OLD.address, OLD.stored_by, OLD.stored_at)
       OR (NEW.sealed_key <> OLD.sealed_key AND NEW.sealed_key <> '')
       OR (NEW.scan_state <> OLD.scan_state AND OLD.scan_state <> 'PENDING') THEN
        RAISE EXCEPTION 'The content of a document does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_version BEFORE UPDATE ON crm.document_versions FOR EACH ROW EXECUTE FUNCTION crm.guard_document_version();
CREATE FUNCTION crm.guard_document() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.document_id, NEW.subject_type, NEW.subject_id, NEW.resource, NEW.kind, NEW.retention, NEW.uploaded_by, NEW.uploaded_at, NEW.keep_until)
       IS DISTINCT FROM (OLD.document_id, OLD.subject_type, OLD.subject_id, OLD.resource, OLD.kind, OLD.retention, OLD.uploaded_by, OLD.uploaded_at, OLD.keep_until)
       OR (OLD.hidden_at IS NOT NULL AND (NEW.hidden_at, NEW.hidden_by, NEW.hide_reason) IS DISTINCT FROM (OLD.hidden_at, OLD.hidden_by, OLD.hide_reason))
       OR (NEW.purged_at IS NOT NULL AND OLD.purged_at IS NULL AND NEW.keep_until > (now() AT TIME ZONE 'Asia/Jakarta')::date) THEN
        RAISE EXCEPTION 'A document stays what it was, and is kept as long as its class demands.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_document BEFORE UPDATE ON crm.documents FOR EACH ROW EXECUTE FUNCTION crm.guard_document();

-- A document shows as far as its subject does, and no further than its tier. With a branch of its own (a case) that branch
-- counts; without one the customer's, which may move. Jobs of the product act on every document.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
    of_subject text := $sql$(
        resource = ANY ((SELECT iam.resources_reached('R', 4))::text[])
        OR (resource = ANY ((SELECT iam.resources_reached('R', 1))::text[]) AND owner_ids @> ARRAY[(SELECT iam.uid())])
        OR (resource = ANY ((SELECT iam.resources_reached('R', 3))::text[]) AND branch_code = ANY ((SELECT iam.scope_branches())::text[]))
        OR customer_id = ANY ((SELECT iam.elevated_customers())::uuid[])
        OR (resource = ANY ((SELECT iam.resources_reached('R', 2))::text[])
            AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = documents.customer_id
                                  AND (documents.branch_code IS NULL OR r.rm_user_id = (SELECT iam.uid())))))$sql$;
    of_tier text := $sql$(
        tier = 1 OR uploaded_by = (SELECT iam.uid()) OR owner_ids @> ARRAY[(SELECT iam.uid())]
        OR (tier <= (SELECT iam.elevation_tier()) AND customer_id = ANY ((SELECT iam.elevated_customers())::uuid[]))$sql$;
    tier integer;
BEGIN
    FOREACH tier IN ARRAY ARRAY[2, 3] LOOP
        of_tier := of_tier || replace($sql$
        OR (tier = %1 AND ((SELECT iam.reach('tier%1', 'R')) = 4
            OR branch_code = ANY ((SELECT iam.branches_for('tier%1', 'R'))::text[])
            OR customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = documents.customer_id
                                 AND (r.rm_user_id = (SELECT iam.portfolio_for('tier%1', 'R'))
                                      OR (documents.branch_code IS NULL AND r.branch_code = ANY ((SELECT iam.branches_for('tier%1', 'R'))::text[]))))))$sql$, '%1', tier::text);
    END LOOP;
    of_tier := of_tier || ')';
    CALL iam.protect('crm.documents');
    EXECUTE format('CREATE POLICY documents_read ON crm.documents FOR SELECT TO simpul_app, simpul_worker USING (%s OR (%s AND %s))', by_system, of_subject, of_tier);
    EXECUTE format('CREATE POLICY documents_insert ON crm.documents FOR INSERT TO simpul_app, simpul_worker WITH CHECK (uploaded_by = (SELECT iam.uid()) AND (%s OR %s))', by_system, of_subject);
    EXECUTE format('CREATE POLICY documents_update ON crm.documents FOR UPDATE TO simpul_app, simpul_worker USING (%s OR (%s AND %s)) WITH CHECK (%s OR %s)',
                   by_system, of_subject, of_tier, by_system, of_subject);
    EXECUTE 'CREATE POLICY documents_delete ON crm.documents FOR DELETE TO simpul_app, simpul_worker USING (false)';
END $$;

-- A content shows with its document.
CALL iam.protect('crm.document_versions');
CREATE POLICY document_versions_read ON crm.document_versions FOR SELECT TO simpul_app, simpul_worker USING (
    document_id = (SELECT d.document_id FROM crm.documents d WHERE d.document_id = document_versions.document_id));
CREATE POLICY document_versions_insert ON crm.document_versions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    stored_by = (SELECT iam.uid()) AND document_id = (SELECT d.document_id FROM crm.documents d WHERE d.document_id = document_versions.document_id));
CREATE POLICY document_versions_update ON crm.document_versions FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY document_versions_delete ON crm.document_versions FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Which of these addresses still hold a content: asked by the sweep before it removes a file, whoever may see the document.
CREATE FUNCTION crm.addresses_in_use(asked text[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT coalesce(array_agg(v.address), '{}') FROM crm.document_versions v WHERE v.address = ANY (asked) AND v.sealed_key <> ''
$$;
GRANT SELECT ON crm.document_versions TO simpul_search;
ALTER FUNCTION crm.addresses_in_use(text[]) OWNER TO simpul_search;
