-- Whose processing is limited, for segments. Past the row policies, for the product's own jobs alone.
CREATE VIEW crm.segment_limits AS
SELECT l.customer_id, l.kind FROM crm.processing_limits l WHERE l.ended_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.segment_limits OWNER TO simpul_search;
GRANT SELECT ON crm.segment_limits TO simpul_app, simpul_worker;
