-- What one row can prove.
ALTER TABLE crm.proposals
    ADD CONSTRAINT proposals_proposed_by_known FOREIGN KEY (proposed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT proposals_decided_by_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT proposals_concerns_known CHECK (concerns IS NULL OR concerns <> decided_by),
    ADD CONSTRAINT proposals_kind_shape CHECK (kind ~ '^[a-z][a-z0-9_]{2,79}$'),
    ADD CONSTRAINT proposals_note_length CHECK (length(note) <= 1000 AND length(reason) <= 500),
    ADD CONSTRAINT proposals_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL)
        AND (status NOT IN ('PROPOSED', 'WITHDRAWN', 'EXPIRED') OR decided_by IS NULL AND NOT by_codes)
        AND (status NOT IN ('APPLIED', 'STALE') OR by_codes = (decided_by IS NULL)) AND (status <> 'DECLINED' OR decided_by IS NOT NULL)),
    ADD CONSTRAINT proposals_two_people CHECK (decided_by IS DISTINCT FROM proposed_by),
    ADD CONSTRAINT proposals_result CHECK (result IS NULL OR status = 'APPLIED' AND result_until IS NOT NULL AND result_taken_at IS NULL);
ALTER TABLE crm.control_codes
    ADD CONSTRAINT control_codes_digest_length CHECK (length(digest) BETWEEN 32 AND 200);

-- What was proposed stays as it was proposed, what was decided as it was decided; only the result is erased later.
CREATE FUNCTION crm.keep_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A proposed change is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.proposal_id, NEW.kind, NEW.resource, NEW.act, NEW.path, NEW.body, NEW.changes, NEW.reason, NEW.concerns, NEW.proposed_by, NEW.proposed_at, NEW.expires_at)
       IS DISTINCT FROM
       (OLD.proposal_id, OLD.kind, OLD.resource, OLD.act, OLD.path, OLD.body, OLD.changes, OLD.reason, OLD.concerns, OLD.proposed_by, OLD.proposed_at, OLD.expires_at) THEN
        RAISE EXCEPTION 'What was proposed does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Policies of one command are joined by OR; whose step it is stands here once more.
    IF OLD.status = 'PROPOSED' AND NEW.status <> 'PROPOSED' AND iam.uid() IS DISTINCT FROM (CASE
            WHEN NEW.status = 'EXPIRED' THEN '00000000-0000-7000-8000-000000000001'::uuid
            WHEN NEW.status = 'WITHDRAWN' OR NEW.by_codes THEN OLD.proposed_by
            ELSE NEW.decided_by END) THEN
        RAISE EXCEPTION 'This step of a proposal is somebody else''s.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.status <> 'PROPOSED' THEN
        IF (NEW.status, NEW.decided_by, NEW.decided_at, NEW.note, NEW.by_codes) IS DISTINCT FROM (OLD.status, OLD.decided_by, OLD.decided_at, OLD.note, OLD.by_codes) THEN
            RAISE EXCEPTION 'What was decided does not change.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT (OLD.result IS NOT NULL AND NEW.result IS NULL OR OLD.result_until IS NULL AND NEW.result IS NOT NULL) THEN
            RAISE EXCEPTION 'A result is given once and erased once.' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_proposal BEFORE UPDATE OR DELETE ON crm.proposals FOR EACH ROW EXECUTE FUNCTION crm.keep_proposal();

-- A proposal shows to who reads the configuration, to who may decide about it, to who proposed it and to whom it concerns.
CALL iam.protect('crm.proposals');
CREATE POLICY proposals_read ON crm.proposals FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4
    OR proposed_by = (SELECT iam.uid()) OR concerns = (SELECT iam.uid()) OR iam.reach(resource, act) = 4);
CREATE POLICY proposals_insert ON crm.proposals FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    proposed_by = (SELECT iam.uid()) AND status = 'PROPOSED' AND iam.reach(resource, act) = 4);
-- Each check below names who, and repeats what must hold of the row: policies of one command are joined by OR, so a looser one would open the others.
CREATE POLICY proposals_decide ON crm.proposals FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'PROPOSED' AND proposed_by <> (SELECT iam.uid()) AND concerns IS DISTINCT FROM (SELECT iam.uid()) AND iam.reach(resource, act) = 4)
    WITH CHECK (status IN ('APPLIED', 'DECLINED', 'STALE') AND decided_by = (SELECT iam.uid()) AND NOT by_codes AND proposed_by <> (SELECT iam.uid())
        AND concerns IS DISTINCT FROM (SELECT iam.uid()) AND iam.reach(resource, act) = 4);
CREATE POLICY proposals_leave ON crm.proposals FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'PROPOSED' AND proposed_by = (SELECT iam.uid()))
    WITH CHECK (proposed_by = (SELECT iam.uid())
        AND (status = 'WITHDRAWN' OR status IN ('APPLIED', 'STALE') AND by_codes AND concerns IS DISTINCT FROM (SELECT iam.uid())));
CREATE POLICY proposals_in_time ON crm.proposals FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND (status = 'PROPOSED' OR result IS NOT NULL))
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND (status = 'EXPIRED' OR result IS NULL AND status <> 'PROPOSED'));
CREATE POLICY proposals_result ON crm.proposals FOR UPDATE TO simpul_app, simpul_worker
    USING (status = 'APPLIED' AND ((SELECT iam.uid()) = decided_by OR (SELECT iam.uid()) = proposed_by))
    WITH CHECK (status = 'APPLIED' AND ((SELECT iam.uid()) = decided_by OR (SELECT iam.uid()) = proposed_by));
CREATE POLICY proposals_delete ON crm.proposals FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Sealed codes are made on the server, by the system. Who administers ends what was used; the digests alone open nothing.
CALL iam.protect('crm.control_codes');
CREATE POLICY control_codes_read ON crm.control_codes FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY control_codes_insert ON crm.control_codes FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND ended_at IS NULL AND used_for IS NULL);
CREATE POLICY control_codes_update ON crm.control_codes FOR UPDATE TO simpul_app, simpul_worker
    USING (ended_at IS NULL AND (SELECT greatest(iam.reach('configuration', 'M'), iam.reach('suspicion', 'U'))) = 4) WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY control_codes_delete ON crm.control_codes FOR DELETE TO simpul_app, simpul_worker USING (false);
