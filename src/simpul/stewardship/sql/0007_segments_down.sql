DROP VIEW crm.segment_limits;
