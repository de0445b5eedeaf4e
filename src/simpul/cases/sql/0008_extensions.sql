-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.case_extensions
    ADD CONSTRAINT case_extensions_note_length CHECK (length(btrim(note)) BETWEEN 10 AND 2000 AND length(decision_note) <= 2000),
    ADD CONSTRAINT case_extensions_proof_known FOREIGN KEY (proof_document_id) REFERENCES crm.documents (document_id),
    ADD CONSTRAINT case_extensions_requester_known FOREIGN KEY (requested_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT case_extensions_decider_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id);

-- What was asked never changes; it is decided once.
CREATE FUNCTION crm.judge_case_extension() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.status <> 'WAITING'
       OR (NEW.extension_id, NEW.case_id, NEW.reason_code, NEW.note, NEW.proof_document_id, NEW.requested_by, NEW.requested_at, NEW.created_at)
          IS DISTINCT FROM (OLD.extension_id, OLD.case_id, OLD.reason_code, OLD.note, OLD.proof_document_id, OLD.requested_by, OLD.requested_at, OLD.created_at) THEN
        RAISE EXCEPTION 'An extension is asked for and decided once.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_case_extension BEFORE UPDATE OR DELETE ON crm.case_extensions FOR EACH ROW EXECUTE FUNCTION crm.judge_case_extension();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.case_extensions FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_case_rewriting();

-- It shows with its case, is asked for by who handles the case, and decided by somebody else who assigns cases there.
CALL iam.protect('crm.case_extensions');
CREATE POLICY case_extensions_read ON crm.case_extensions FOR SELECT TO simpul_app, simpul_worker USING (
    case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_extensions.case_id));
CREATE POLICY case_extensions_insert ON crm.case_extensions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    status = 'WAITING' AND requested_by = (SELECT iam.uid())
    AND case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_extensions.case_id AND (
        c.branch_code = ANY ((SELECT crm.case_branches('U'))::text[])
        OR ((SELECT crm.case_reach('U')) >= 3 AND c.assigned_unit_code = ANY ((SELECT iam.scope_units())::text[]))
        OR ((SELECT crm.case_reach('U')) >= 1 AND (c.created_by = (SELECT iam.uid()) OR c.assigned_to_user_id = (SELECT iam.uid()))))));
CREATE POLICY case_extensions_update ON crm.case_extensions FOR UPDATE TO simpul_app, simpul_worker USING (
    requested_by <> (SELECT iam.uid())
    AND case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = case_extensions.case_id AND (
        c.branch_code = ANY ((SELECT crm.case_branches('A'))::text[])
        OR ((SELECT crm.case_reach('A')) >= 3 AND c.assigned_unit_code = ANY ((SELECT iam.scope_units())::text[])))))
    WITH CHECK (decided_by = (SELECT iam.uid()));
CREATE POLICY case_extensions_delete ON crm.case_extensions FOR DELETE TO simpul_app, simpul_worker USING (false);
