DROP VIEW crm.segment_devices;
DROP VIEW crm.segment_suppressions;
DROP VIEW crm.segment_offers;
