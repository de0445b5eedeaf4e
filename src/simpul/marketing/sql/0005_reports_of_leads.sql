-- A relationship manager reads the reports of the campaigns that gave them leads.
DROP POLICY campaigns_read ON crm.campaigns;
CREATE POLICY campaigns_read ON crm.campaigns FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('campaign', 'R')) = 4
    OR ((SELECT iam.reach('campaign', 'R')) >= 1
        AND campaign_id = ANY ((SELECT array_agg(DISTINCT l.source_id::uuid) FROM crm.leads l
                                WHERE l.assigned_to = (SELECT iam.uid())
                                  AND l.source_type = 'CAMPAIGN')::uuid[])));
