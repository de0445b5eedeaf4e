DROP VIEW crm.segment_consents;
