ALTER TABLE crm.lead_changes
    ADD CONSTRAINT lead_changes_lead_known FOREIGN KEY (lead_id) REFERENCES crm.leads (lead_id),
    ADD CONSTRAINT lead_changes_author_known FOREIGN KEY (changed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT lead_changes_change CHECK (before IS DISTINCT FROM after);

-- It shows to whoever sees its lead, says what stands in the lead at that moment, and stays as it was.
REVOKE UPDATE, DELETE ON crm.lead_changes FROM simpul_app, simpul_worker;
CALL iam.protect('crm.lead_changes');
CREATE POLICY lead_changes_read ON crm.lead_changes FOR SELECT TO simpul_app, simpul_worker
    USING (lead_id = (SELECT l.lead_id FROM crm.leads l WHERE l.lead_id = lead_changes.lead_id));
CREATE POLICY lead_changes_insert ON crm.lead_changes FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    changed_by = (SELECT iam.uid())
    AND EXISTS (SELECT FROM crm.leads l WHERE l.lead_id = lead_changes.lead_id
                AND nullif(CASE lead_changes.field WHEN 'product_code' THEN l.product_code WHEN 'interest' THEN l.interest WHEN 'note' THEN l.note
                           ELSE l.estimated_value::text END, '') IS NOT DISTINCT FROM lead_changes.after));
CREATE POLICY lead_changes_update ON crm.lead_changes FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY lead_changes_delete ON crm.lead_changes FOR DELETE TO simpul_app, simpul_worker USING (false);
