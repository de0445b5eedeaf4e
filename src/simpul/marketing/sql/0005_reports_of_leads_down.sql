DROP POLICY campaigns_read ON crm.campaigns;
CREATE POLICY campaigns_read ON crm.campaigns FOR SELECT TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('campaign', 'R')) = 4);
