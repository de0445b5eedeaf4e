-- Offers that were made, whom nothing is offered to on a channel, and who has a device: for segments. Past the row policies, for the
-- product's own jobs alone. An offer whose answer was lost may have arrived, so it counts.
CREATE VIEW crm.segment_offers AS
SELECT m.customer_id, m.channel, m.subject_type, m.subject_id, m.sent_at AS offered_at, m.clicked_at
FROM crm.outbound_messages m WHERE m.purpose = 'MARKETING' AND m.sent_at IS NOT NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
UNION ALL
SELECT m.customer_id, m.channel, m.subject_type, m.subject_id, m.claimed_at, m.clicked_at
FROM crm.outbound_messages m
WHERE m.purpose = 'MARKETING' AND m.sent_at IS NULL AND m.handover = 'UNKNOWN' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_suppressions AS
SELECT s.customer_id, s.channel FROM crm.suppressed_addresses s
WHERE s.lifted_at IS NULL AND s.customer_id IS NOT NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
UNION ALL
SELECT p.customer_id, p.channel FROM crm.contact_preferences p WHERE NOT p.is_wanted AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.segment_devices AS
SELECT d.customer_id FROM crm.push_subscriptions d WHERE d.ended_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.segment_offers OWNER TO simpul_search;
ALTER VIEW crm.segment_suppressions OWNER TO simpul_search;
ALTER VIEW crm.segment_devices OWNER TO simpul_search;
GRANT SELECT ON crm.segment_offers, crm.segment_suppressions, crm.segment_devices TO simpul_app, simpul_worker;
