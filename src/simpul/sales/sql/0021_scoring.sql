ALTER TABLE crm.lead_scoring
    ADD CONSTRAINT lead_scoring_factors_shape CHECK (jsonb_typeof(factors) = 'object'),
    ADD CONSTRAINT lead_scoring_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.lead_scores
    ADD CONSTRAINT lead_scores_lead_known FOREIGN KEY (lead_id) REFERENCES crm.leads (lead_id),
    ADD CONSTRAINT lead_scores_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT lead_scores_rules_known FOREIGN KEY (rules_version) REFERENCES crm.lead_scoring (version),
    ADD CONSTRAINT lead_scores_breakdown_shape CHECK (jsonb_typeof(score_breakdown) = 'array');

-- The factors and bands that are shipped (product chapter 6.4); those without data are off.
INSERT INTO crm.lead_scoring (version, factors, hot_from, warm_from, cool_from, created_by)
VALUES (1, '{"RFM_CHAMPION": {"points": 30, "is_active": true}, "RFM_LOYAL": {"points": 20, "is_active": true},
             "MARKETING_CONSENT": {"points": 15, "is_active": true}, "ENGAGED": {"points": 10, "is_active": true, "days": 7},
             "BROCHURE_DOWNLOADED": {"points": 10, "is_active": false},
             "BRANCH_VISITED": {"points": 5, "is_active": true, "days": 90}, "EMAIL_OPENED": {"points": 5, "is_active": true, "days": 90}}',
        60, 40, 20, '00000000-0000-7000-8000-000000000001')
ON CONFLICT DO NOTHING;

-- A version stays as it was. A score is the product's own, and shows to whoever sees its lead.
REVOKE UPDATE, DELETE ON crm.lead_scoring FROM simpul_app, simpul_worker;
REVOKE DELETE ON crm.lead_scores FROM simpul_app, simpul_worker;
CALL iam.protect('crm.lead_scoring');
CREATE POLICY lead_scoring_read ON crm.lead_scoring FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY lead_scoring_insert ON crm.lead_scoring FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4 AND created_by = (SELECT iam.uid()));
CREATE POLICY lead_scoring_update ON crm.lead_scoring FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY lead_scoring_delete ON crm.lead_scoring FOR DELETE TO simpul_app, simpul_worker USING (false);
CALL iam.protect('crm.lead_scores');
CREATE POLICY lead_scores_read ON crm.lead_scores FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
    OR lead_id = (SELECT l.lead_id FROM crm.leads l WHERE l.lead_id = lead_scores.lead_id));
CREATE POLICY lead_scores_insert ON crm.lead_scores FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY lead_scores_update ON crm.lead_scores FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY lead_scores_delete ON crm.lead_scores FOR DELETE TO simpul_app, simpul_worker USING (false);

-- What factors ask about: keys, states and instants, no names or texts. Past the row policies, for the product's own jobs alone.
GRANT SELECT ON crm.lead_scores TO simpul_search;
CREATE VIEW crm.scoring_leads AS
SELECT l.lead_id, l.customer_id, l.closed_at IS NULL AS is_open FROM crm.leads l
WHERE (l.closed_at IS NULL OR EXISTS (SELECT FROM crm.lead_scores s WHERE s.lead_id = l.lead_id AND s.total_score IS NOT NULL))
  AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.scoring_messages AS
SELECT m.customer_id, CASE WHEN m.channel = 'EMAIL' THEN m.opened_at END AS opened_at, m.clicked_at, m.replied_at FROM crm.outbound_messages m
WHERE (m.opened_at IS NOT NULL OR m.clicked_at IS NOT NULL OR m.replied_at IS NOT NULL) AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.scoring_visits AS
SELECT k.customer_id, k.created_at FROM crm.cases k WHERE k.channel = 'BRANCH' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.scoring_leads OWNER TO simpul_search;
ALTER VIEW crm.scoring_messages OWNER TO simpul_search;
ALTER VIEW crm.scoring_visits OWNER TO simpul_search;
GRANT SELECT ON crm.scoring_leads, crm.scoring_messages, crm.scoring_visits TO simpul_app, simpul_worker;
