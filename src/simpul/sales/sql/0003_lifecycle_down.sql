DROP VIEW crm.segment_sales;
DROP FUNCTION crm.lead_standing(uuid[]);
DROP FUNCTION crm.lifecycle_find(uuid[], timestamptz, integer);
