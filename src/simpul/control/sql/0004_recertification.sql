ALTER TABLE crm.recertifications ADD CONSTRAINT recertifications_opened_by_known FOREIGN KEY (opened_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.recertification_items
    ADD CONSTRAINT recertification_items_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT recertification_items_reviewer_known FOREIGN KEY (reviewer_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT recertification_items_decided_by_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT recertification_items_note_length CHECK (length(note) <= 500),
    ADD CONSTRAINT recertification_items_by_another CHECK (decided_by IS DISTINCT FROM user_id AND reviewer_id IS DISTINCT FROM user_id);

-- What was decided stays; only that it ended, or had to be kept, is noted later, by the system.
CREATE FUNCTION crm.keep_recertification_item() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF (NEW.item_id, NEW.recertification_id, NEW.user_id, NEW.kind, NEW.ref, NEW.place, NEW.reviewer_id)
       IS DISTINCT FROM (OLD.item_id, OLD.recertification_id, OLD.user_id, OLD.kind, OLD.ref, OLD.place, OLD.reviewer_id)
       OR OLD.decision IS NOT NULL AND ((NEW.decided_by, NEW.decided_at, NEW.note) IS DISTINCT FROM (OLD.decided_by, OLD.decided_at, OLD.note)
            OR NEW.decision IS DISTINCT FROM OLD.decision AND (NEW.decision IS DISTINCT FROM 'KEPT' OR OLD.decision = 'CONFIRMED' OR OLD.ended_at IS NOT NULL)) THEN
        RAISE EXCEPTION 'What was decided about a right stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_recertification_item BEFORE UPDATE ON crm.recertification_items FOR EACH ROW EXECUTE FUNCTION crm.keep_recertification_item();

CALL iam.protect('crm.recertifications');
CREATE POLICY recertifications_read ON crm.recertifications FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4
    OR EXISTS (SELECT FROM crm.recertification_items i WHERE i.recertification_id = recertifications.recertification_id AND i.reviewer_id = (SELECT iam.uid())));
CREATE POLICY recertifications_insert ON crm.recertifications FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    opened_by = (SELECT iam.uid()) AND (SELECT iam.reach('configuration', 'M')) = 4 AND closed_at IS NULL AND reminded_at IS NULL);
CREATE POLICY recertifications_update ON crm.recertifications FOR UPDATE TO simpul_app, simpul_worker
    USING (closed_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001')
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY recertifications_delete ON crm.recertifications FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Heads see and decide what is theirs; without a head whoever watches or administers does, and nobody about themself. A right of whoever guards access
-- is removed by two people, never here. Each check names who: policies of one command are joined by OR, so a looser one would open the stricter.
CALL iam.protect('crm.recertification_items');
CREATE POLICY recertification_items_read ON crm.recertification_items FOR SELECT TO simpul_app, simpul_worker USING (
    reviewer_id = (SELECT iam.uid()) OR (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
CREATE POLICY recertification_items_insert ON crm.recertification_items FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('configuration', 'M')) = 4 AND decision IS NULL);
CREATE POLICY recertification_items_decide ON crm.recertification_items FOR UPDATE TO simpul_app, simpul_worker
    USING (decision IS NULL AND user_id <> (SELECT iam.uid())
           AND (reviewer_id = (SELECT iam.uid()) OR reviewer_id IS NULL AND (SELECT greatest(iam.reach('audit', 'R'), iam.reach('configuration', 'M'))) = 4))
    WITH CHECK ((decision = 'CONFIRMED' OR decision = 'REMOVED' AND NOT iam.is_powerful(user_id)) AND decided_by = (SELECT iam.uid()) AND ended_at IS NULL);
CREATE POLICY recertification_items_end ON crm.recertification_items FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001')
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' AND decision IN ('REMOVED', 'LAPSED', 'KEPT'));
CREATE POLICY recertification_items_delete ON crm.recertification_items FOR DELETE TO simpul_app, simpul_worker USING (false);
