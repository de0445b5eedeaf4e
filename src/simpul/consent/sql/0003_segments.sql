-- What each customer said, for segments: without where and how. Past the row policies, for the product's own jobs alone.
CREATE VIEW crm.segment_consents AS
SELECT c.customer_id, c.consent_type, c.channel, c.status, c.effective_at
FROM crm.consents c WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.segment_consents OWNER TO simpul_search;
GRANT SELECT ON crm.segment_consents TO simpul_app, simpul_worker;
