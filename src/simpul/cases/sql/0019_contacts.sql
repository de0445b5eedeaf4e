-- Every contact between a customer and somebody of ours that cases know of: the complaint itself, messages both ways, the answer.
-- What a program wrote by itself is none.
CREATE VIEW crm.case_contacts WITH (security_invoker = true) AS
SELECT c.customer_id, c.created_at AS contacted_at, c.channel, c.created_by AS contacted_by FROM crm.cases c
UNION ALL
SELECT c.customer_id, a.created_at,
       coalesce(nullif(a.data ->> 'channel', ''), m.channel, CASE WHEN a.data ->> 'direction' = 'IN' THEN c.channel END, nullif(c.contact_preference, ''), c.channel),
       coalesce((a.data ->> 'author')::uuid, a.actor_user_id)
FROM crm.case_activities a JOIN crm.cases c USING (case_id)
LEFT JOIN crm.outbound_messages m ON m.message_id = (a.data ->> 'message_id')::uuid
WHERE a.activity_type = 'FINAL_RESPONSE'
   OR a.activity_type = 'MESSAGE' AND (a.data ->> 'direction' = 'IN' OR a.actor_user_id <> '00000000-0000-7000-8000-000000000001'::uuid);
GRANT SELECT ON crm.case_contacts TO simpul_app, simpul_worker;

INSERT INTO crm.customer_facts AS f (customer_id, last_contact_at, last_contact_channel, last_contact_by, contacts_90d)
SELECT DISTINCT ON (customer_id) customer_id, contacted_at, channel, contacted_by,
       count(*) FILTER (WHERE contacted_at > statement_timestamp() - interval '90 days') OVER (PARTITION BY customer_id)
FROM crm.case_contacts ORDER BY customer_id, contacted_at DESC
ON CONFLICT (customer_id) DO UPDATE SET
    last_contact_at = greatest(f.last_contact_at, excluded.last_contact_at),
    last_contact_channel = CASE WHEN excluded.last_contact_at >= coalesce(f.last_contact_at, '-infinity') THEN excluded.last_contact_channel ELSE f.last_contact_channel END,
    last_contact_by = CASE WHEN excluded.last_contact_at >= coalesce(f.last_contact_at, '-infinity') THEN excluded.last_contact_by ELSE f.last_contact_by END,
    contacts_90d = greatest(f.contacts_90d, excluded.contacts_90d);
