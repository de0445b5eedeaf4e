DROP VIEW crm.scoring_visits;
DROP VIEW crm.scoring_messages;
DROP VIEW crm.scoring_leads;
REVOKE SELECT ON crm.lead_scores FROM simpul_search;
ALTER TABLE crm.lead_scores
    DROP CONSTRAINT lead_scores_breakdown_shape,
    DROP CONSTRAINT lead_scores_rules_known,
    DROP CONSTRAINT lead_scores_customer_known,
    DROP CONSTRAINT lead_scores_lead_known;
ALTER TABLE crm.lead_scoring
    DROP CONSTRAINT lead_scoring_author_known,
    DROP CONSTRAINT lead_scoring_factors_shape;
