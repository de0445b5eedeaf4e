-- What one row and its neighbours can prove.
ALTER TABLE crm.rights_requests
    ADD CONSTRAINT rights_requests_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT rights_requests_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT rights_requests_verified FOREIGN KEY (verification_id, customer_id) REFERENCES crm.consent_verifications (verification_id, customer_id),
    ADD CONSTRAINT rights_requests_evidence_known FOREIGN KEY (evidence_document_id) REFERENCES crm.documents (document_id),
    ADD CONSTRAINT rights_requests_owner_known FOREIGN KEY (owner_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rights_requests_handler_known FOREIGN KEY (handled_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rights_requests_approver_known FOREIGN KEY (approved_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rights_requests_closer_known FOREIGN KEY (closed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rights_requests_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rights_requests_due_by_law CHECK (due_at = received_at + interval '72 hours'),
    ADD CONSTRAINT rights_requests_texts_length CHECK (length(details) <= 2000 AND length(outcome) <= 2000 AND length(refusal_reason) <= 1000 AND length(approval_note) <= 500);

-- What was received stays; who approves is another than who carried it out; what has ended stays ended.
REVOKE UPDATE ON crm.rights_requests FROM simpul_app, simpul_worker;
GRANT UPDATE (verification_id, verification_method, evidence_document_id, owner_user_id, status, outcome, corrected_fields, refusal_code, refusal_reason, handled_by, handled_at,
              approved_by, approval_note, closed_at, closed_by, version) ON crm.rights_requests TO simpul_app, simpul_worker;
CREATE FUNCTION crm.judge_rights_request() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF iam.works_in_marketing() THEN
            RAISE EXCEPTION 'Marketing receives no rights requests.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status IN ('DONE', 'REFUSED', 'WITHDRAWN') THEN
        RAISE EXCEPTION 'A rights request that has ended does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.approved_by IS DISTINCT FROM OLD.approved_by AND NEW.approved_by IS NOT NULL
       AND (NEW.approved_by <> iam.uid() OR NEW.approved_by IS NOT DISTINCT FROM OLD.owner_user_id
            OR NOT NEW.branch_code = ANY ((SELECT iam.branches_for('rights_request', 'A'))::text[])) THEN
        RAISE EXCEPTION 'A rights request is approved in the own name by another than who carried it out.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.handled_by IS DISTINCT FROM OLD.handled_by AND NEW.handled_by IS NOT NULL AND NEW.handled_by <> iam.uid()
       OR NEW.closed_by IS DISTINCT FROM OLD.closed_by AND NEW.closed_by <> iam.uid() THEN
        RAISE EXCEPTION 'A rights request is carried out and ended in the own name only.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_rights_request BEFORE INSERT OR UPDATE ON crm.rights_requests FOR EACH ROW EXECUTE FUNCTION crm.judge_rights_request();

-- Whose rows a caller reaches, as policies.py says it.
CALL iam.protect('crm.rights_requests');
CREATE POLICY rights_requests_read ON crm.rights_requests FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('rights_request', 'R'))::text[])
    OR ((SELECT iam.reach('rights_request', 'R')) >= 1 AND (owner_user_id = (SELECT iam.uid()) OR created_by = (SELECT iam.uid()))));
CREATE POLICY rights_requests_insert ON crm.rights_requests FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid()) AND status = 'RECEIVED' AND handled_by IS NULL AND approved_by IS NULL AND NOT (SELECT iam.works_in_marketing())
    AND branch_code = ANY ((SELECT iam.branches_for('rights_request', 'C'))::text[])
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = rights_requests.customer_id AND r.branch_code = rights_requests.branch_code));
CREATE POLICY rights_requests_update ON crm.rights_requests FOR UPDATE TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('rights_request', 'U'))::text[])
    OR branch_code = ANY ((SELECT iam.branches_for('rights_request', 'A'))::text[])
    OR ((SELECT iam.reach('rights_request', 'U')) >= 1 AND (owner_user_id = (SELECT iam.uid()) OR created_by = (SELECT iam.uid()))))
    WITH CHECK (true);
CREATE POLICY rights_requests_delete ON crm.rights_requests FOR DELETE TO simpul_app, simpul_worker USING (false);

-- The grants of this resource came before its operations. Where an installation has the earlier ones only, what the release adds comes in once more.
DELETE FROM iam.brought_resources b WHERE b.resource = 'rights_request'
    AND NOT EXISTS (SELECT FROM iam.grants g JOIN iam.roles r USING (role_id) WHERE g.resource = 'rights_request' AND g.action = 'A' AND r.role_key = 'SUPERVISOR');
