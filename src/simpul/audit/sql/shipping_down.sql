DROP FUNCTION crm.shipping_lag(text);
REVOKE SELECT (first_at) ON audit.audit_seals FROM simpul_search;
DROP TABLE crm.trail_shipping;
DROP FUNCTION crm.judge_shipping();
