ALTER TABLE crm.lead_reassignments
    ADD CONSTRAINT lead_reassignments_lead_known FOREIGN KEY (lead_id) REFERENCES crm.leads (lead_id),
    ADD CONSTRAINT lead_reassignments_from_known FOREIGN KEY (assigned_from) REFERENCES iam.users (user_id),
    ADD CONSTRAINT lead_reassignments_to_known FOREIGN KEY (assigned_to) REFERENCES iam.users (user_id),
    ADD CONSTRAINT lead_reassignments_author_known FOREIGN KEY (assigned_by) REFERENCES iam.users (user_id);

-- It shows to whoever sees its lead, says what stands in the lead at that moment, and stays as it was.
REVOKE UPDATE, DELETE ON crm.lead_reassignments FROM simpul_app, simpul_worker;
CALL iam.protect('crm.lead_reassignments');
CREATE POLICY lead_reassignments_read ON crm.lead_reassignments FOR SELECT TO simpul_app, simpul_worker
    USING (lead_id = (SELECT l.lead_id FROM crm.leads l WHERE l.lead_id = lead_reassignments.lead_id));
CREATE POLICY lead_reassignments_insert ON crm.lead_reassignments FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    assigned_by = (SELECT iam.uid())
    AND EXISTS (SELECT FROM crm.leads l WHERE l.lead_id = lead_reassignments.lead_id AND l.assigned_to IS NOT DISTINCT FROM lead_reassignments.assigned_to
                AND l.branch_code = ANY ((SELECT iam.branches_for('lead', 'A'))::text[])));
CREATE POLICY lead_reassignments_update ON crm.lead_reassignments FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY lead_reassignments_delete ON crm.lead_reassignments FOR DELETE TO simpul_app, simpul_worker USING (false);
