-- What segments select by: attributes without names, numbers or addresses. A row policy asks for each row, which costs a set of millions its
-- cores; these views read past the policies, and answer the product's own jobs alone.
GRANT SELECT ON crm.customers, crm.customer_addresses, crm.customer_products, crm.customer_facts TO simpul_search;
CREATE VIEW crm.segment_customers AS
SELECT c.customer_id, c.home_branch_code AS branch_code, c.kind, c.segment_code, c.is_vip, c.gender, c.birth_date, c.rm_user_id, c.preferred_language, c.preferred_channel,
       c.tags, c.created_at, c.phone_e164 IS NOT NULL AS has_phone, c.email IS NOT NULL AS has_email
FROM crm.customers c WHERE c.status = 'ACTIVE' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_cities AS
SELECT a.customer_id, a.city FROM crm.customer_addresses a
WHERE a.kind = 'HOME' AND a.city <> '' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_products AS
SELECT p.customer_id, p.product FROM crm.customer_products p WHERE p.held AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_facts AS
SELECT f.customer_id, f.rfm_segment, f.has_open_case, f.has_open_sensitive_case, f.has_arrears, f.last_contact_at, f.contacts_90d
FROM crm.customer_facts f WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.segment_customers OWNER TO simpul_search;
ALTER VIEW crm.segment_cities OWNER TO simpul_search;
ALTER VIEW crm.segment_products OWNER TO simpul_search;
ALTER VIEW crm.segment_facts OWNER TO simpul_search;
GRANT SELECT ON crm.segment_customers, crm.segment_cities, crm.segment_products, crm.segment_facts TO simpul_app, simpul_worker;
