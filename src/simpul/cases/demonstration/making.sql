-- One chunk of made cases, from place %(first)s to %(last)s of %(total)s, oldest first; every choice follows from seed and place.
CREATE TEMP TABLE made ON COMMIT DROP AS
WITH places AS MATERIALIZED (
    SELECT g, (g * 2654435761 + %(seed)s * 97) %% (SELECT count(*) FROM synth_customers) AS customer_place,
           ARRAY(SELECT (hashint8extended(g, %(seed)s * 100 + n) & 2147483647) / 2147483648.0 FROM generate_series(1, 10) n) AS d
    FROM generate_series(%(first)s::bigint, %(last)s::bigint) g
), chosen AS MATERIALIZED (
    SELECT p.g, p.d, c.customer_id, c.branch_code,
           date_trunc('second', %(until)s::timestamptz - %(span)s::interval * power((%(total)s - p.g + p.d[1])::float8 / %(total)s, %(crowding)s)) AS created_at,
           (ARRAY['TRX_FAIL','TRX_FAIL','TRX_FAIL','TRX_FAIL','TRX_FAIL','TRX_FAIL','CARD_ATM','CARD_ATM','CARD_ATM','CARD_ATM',
                  'DIGITAL_ACCESS','DIGITAL_ACCESS','DIGITAL_ACCESS','FRAUD_SCAM','FEE_ADMIN','FEE_ADMIN','LOAN_CREDIT','LOAN_CREDIT','OTHER','OTHER'])[1 + floor(p.d[2] * 20)::int] AS category_code,
           CASE WHEN p.d[3] < 0.05 THEN 'CRITICAL' WHEN p.d[3] < 0.25 THEN 'HIGH' WHEN p.d[3] < 0.8 THEN 'MEDIUM' ELSE 'LOW' END AS priority,
           (ARRAY['BRANCH','BRANCH','CALL_CENTER','CALL_CENTER','CALL_CENTER','CALL_CENTER','MOBILE','MOBILE','EMAIL','WHATSAPP','WHATSAPP','WEB'])[1 + floor(p.d[4] * 12)::int] AS channel
    FROM places p JOIN synth_customers c ON c.place = p.customer_place
), timed AS MATERIALIZED (
    SELECT t.*, CASE WHEN t.channel = 'CALL_CENTER' OR t.channel = 'BRANCH' AND t.d[5] < 0.5 THEN 'VERBAL' ELSE 'WRITTEN' END AS kind,
           r.first_response, r.resolution, r.version_id, r.legal_rules_id, t.created_at + r.resolution AS promised_at,
           -- Of the last stretch some are still open, and so is whatever was answered after the present.
           CASE WHEN %(total)s - t.g < %(total)s * %(tail)s::float8 AND t.d[6] < %(open_share)s::float8 THEN NULL
                ELSE date_trunc('second', t.created_at + r.resolution * CASE WHEN t.d[7] < 0.82 THEN 0.05 + t.d[8] * 0.9 ELSE 1.05 + t.d[8] * 2 END) END AS answered_at
    FROM chosen t JOIN synth_targets r ON r.category = t.category_code AND r.priority = t.priority
), judged AS MATERIALIZED (
    SELECT t.*, CASE WHEN t.answered_at <= %(until)s THEN t.answered_at END AS resolved_at,
           date_trunc('second', t.answered_at + interval '1 hour' + t.d[9] * interval '70 hours') AS ended_at,
           date_trunc('second', t.created_at + t.first_response * (0.05 + t.d[10] * 1.1)) AS spoken_at
    FROM timed t
), stated AS MATERIALIZED (
    SELECT j.*, CASE WHEN j.resolved_at IS NULL THEN CASE WHEN j.d[9] < 0.3 THEN 'NEW' WHEN j.d[9] < 0.75 THEN 'IN_PROGRESS' WHEN j.d[9] < 0.9 THEN 'WAITING_INFO' ELSE 'ESCALATED' END
                     WHEN j.ended_at <= %(until)s THEN 'CLOSED' ELSE 'RESOLVED' END AS status
    FROM judged j
)
SELECT uuidv7(s.created_at - clock_timestamp()) AS case_id, s.*,
       CASE WHEN s.status = 'WAITING_INFO' THEN least(s.spoken_at, %(until)s::timestamptz)
            WHEN s.status <> 'NEW' AND (s.spoken_at <= %(until)s OR s.resolved_at IS NOT NULL) THEN least(s.spoken_at, s.resolved_at) END AS responded_at,
       -- A customer is asked in the first answer or after it.
       CASE WHEN s.status = 'WAITING_INFO' THEN least(greatest(s.created_at + s.resolution / 4, s.spoken_at), %(until)s::timestamptz) END AS paused_at,
       CASE WHEN s.status = 'NEW' AND s.d[8] < 0.7 THEN NULL ELSE w.workers[1 + floor(s.d[6] * array_length(w.workers, 1))::int] END AS assignee,
       w.workers[1 + floor(s.d[5] * array_length(w.workers, 1))::int] AS maker,
       CASE WHEN s.category_code = 'CARD_ATM' THEN 'KARTU' END AS unit,
       extract(year FROM s.created_at AT TIME ZONE b.time_zone)::int AS year,
       row_number() OVER (PARTITION BY s.branch_code, extract(year FROM s.created_at AT TIME ZONE b.time_zone) ORDER BY s.g) AS nth,
       (s.created_at AT TIME ZONE 'Asia/Jakarta')::date AS local_day,
       t.texts[1 + floor(s.d[9] * cardinality(t.texts))::int] AS told,
       (%(answers)s::text[])[1 + floor(s.d[10] * cardinality(%(answers)s::text[]))::int] AS answer
FROM stated s JOIN synth_workers w USING (branch_code) JOIN synth_texts t USING (category_code) JOIN iam.branches b USING (branch_code);

INSERT INTO crm.cases (case_id, case_no, customer_id, branch_code, channel, kind, category_code, priority, status, sla_due_at, first_response_due_at, legal_due_at,
    first_responded_at, sla_breached_at, policy_version_id, legal_rules_id, assigned_to_user_id, assigned_unit_code, escalation_level, description, product, final_response,
    resolution_code, resolved_at, first_resolved_at, closed_at, closed_by, created_at, created_by, updated_at)
SELECT m.case_id, format('CASE-%%s-%%s-%%s', m.year, m.branch_code, lpad((coalesce(n.last_number, 0) + m.nth)::text, greatest(6, length((coalesce(n.last_number, 0) + m.nth)::text)), '0')),
       m.customer_id, m.branch_code, m.channel, m.kind, m.category_code, m.priority, m.status,
       m.promised_at + CASE WHEN m.status = 'WAITING_INFO' AND m.paused_at < m.promised_at THEN %(cap)s::interval ELSE interval '0' END,
       m.created_at + m.first_response, l.due_at, m.responded_at,
       -- A row says what was known when its last event came.
       CASE WHEN m.resolved_at > m.promised_at THEN m.promised_at END,
       m.version_id, m.legal_rules_id, m.assignee, m.unit, CASE WHEN m.status = 'ESCALATED' THEN 2 ELSE 0 END,
       m.told,
       CASE m.category_code WHEN 'TRX_FAIL' THEN 'Tabungan' WHEN 'CARD_ATM' THEN 'Kartu debit' WHEN 'LOAN_CREDIT' THEN 'Kredit' WHEN 'OTHER' THEN '' ELSE 'Mobile banking' END,
       CASE WHEN m.resolved_at IS NOT NULL THEN m.answer END,
       CASE WHEN m.status = 'CLOSED' THEN CASE WHEN m.d[5] < 0.8 THEN 'SOLVED' ELSE 'REJECTED_NO_GROUND' END END,
       m.resolved_at, m.resolved_at, CASE WHEN m.status = 'CLOSED' THEN m.ended_at END, CASE WHEN m.status = 'CLOSED' THEN m.assignee END,
       m.created_at, m.maker, coalesce(m.resolved_at, m.responded_at, m.created_at)
FROM made m JOIN synth_law l ON l.day = m.local_day AND l.kind = m.kind LEFT JOIN crm.case_numbers n ON n.branch_code = m.branch_code AND n.year = m.year
ORDER BY m.g;

INSERT INTO crm.case_numbers AS n (branch_code, year, last_number) SELECT branch_code, year, max(nth) FROM made GROUP BY branch_code, year
ON CONFLICT (branch_code, year) DO UPDATE SET last_number = n.last_number + excluded.last_number;

INSERT INTO crm.case_clock_events (case_id, seq, change, occurred_at, clock, policy_version_id, legal_rules_id, rule_category, priority, kind, calendars, reason, actor_user_id)
SELECT case_id, 1, 'START', created_at, NULL, version_id, legal_rules_id, category_code, priority, kind, %(calendars)s::jsonb, '', maker FROM made
UNION ALL SELECT case_id, 2, 'STOP', responded_at, 'FIRST_RESPONSE', NULL, NULL, NULL, NULL, NULL, '{}', '', assignee FROM made WHERE responded_at IS NOT NULL
UNION ALL SELECT case_id, 2 + (responded_at IS NOT NULL)::int, 'PAUSE', paused_at, NULL, NULL, NULL, NULL, NULL, NULL, '{}', 'CUSTOMER_DOCUMENT', assignee FROM made WHERE paused_at IS NOT NULL
UNION ALL SELECT case_id, 3, 'STOP', resolved_at, 'RESOLUTION', NULL, NULL, NULL, NULL, NULL, '{}', '', assignee FROM made WHERE resolved_at IS NOT NULL;

INSERT INTO crm.case_activities (activity_id, case_id, activity_type, message, is_public, data, actor_user_id, created_at)
SELECT uuidv7(a.at - clock_timestamp()), a.case_id, a.kind, a.message, a.shown, a.data, a.who, a.at FROM (
    SELECT case_id, 1 AS nth, 'STATUS_CHANGE' AS kind, NULL AS message, false AS shown, '{"to": "NEW"}'::jsonb AS data, maker AS who, created_at AS at FROM made WHERE %(whole)s
    UNION ALL SELECT case_id, 2, 'ASSIGN', NULL, false, jsonb_build_object('to', assignee), maker, created_at + interval '5 minutes'
                FROM made WHERE %(whole)s AND assignee IS NOT NULL AND created_at + interval '5 minutes' < coalesce(responded_at, paused_at, resolved_at, %(until)s)
    UNION ALL SELECT case_id, 3, 'MESSAGE', 'Terima kasih, pengaduan Anda sedang kami periksa.', true, '{"direction": "OUT"}', assignee, responded_at FROM made WHERE responded_at IS NOT NULL
    UNION ALL SELECT case_id, 4, 'NOTE', 'Sudah diteruskan ke tim operasional; menunggu hasil pengecekan jurnal.', false, '{}', assignee, responded_at + (resolved_at - responded_at) / 2
                FROM made WHERE %(whole)s AND d[7] < 0.5 AND resolved_at > responded_at
    UNION ALL SELECT case_id, 5, 'FINAL_RESPONSE', answer, true, '{}', assignee, resolved_at FROM made WHERE resolved_at IS NOT NULL
) a ORDER BY a.case_id, a.nth;

INSERT INTO crm.customer_facts AS f (customer_id, has_open_case, has_open_sensitive_case, last_contact_at, last_contact_channel, last_contact_by, contacts_90d)
SELECT m.customer_id, bool_or(m.resolved_at IS NULL), coalesce(bool_or(m.category_code = 'FRAUD_SCAM') FILTER (WHERE m.resolved_at IS NULL), false), max(t.at),
       (array_agg(m.channel ORDER BY t.at DESC))[1], (array_agg(t.who ORDER BY t.at DESC))[1], count(*) FILTER (WHERE t.at > %(until)s::timestamptz - interval '90 days')
FROM made m CROSS JOIN LATERAL (VALUES (m.created_at, m.maker), (m.responded_at, m.assignee), (m.resolved_at, m.assignee)) t (at, who)
WHERE t.at IS NOT NULL GROUP BY m.customer_id
ON CONFLICT (customer_id) DO UPDATE SET has_open_case = f.has_open_case OR excluded.has_open_case,
    has_open_sensitive_case = f.has_open_sensitive_case OR excluded.has_open_sensitive_case,
    last_contact_at = greatest(f.last_contact_at, excluded.last_contact_at),
    last_contact_channel = CASE WHEN excluded.last_contact_at >= coalesce(f.last_contact_at, '-infinity') THEN excluded.last_contact_channel ELSE f.last_contact_channel END,
    last_contact_by = CASE WHEN excluded.last_contact_at >= coalesce(f.last_contact_at, '-infinity') THEN excluded.last_contact_by ELSE f.last_contact_by END,
    contacts_90d = f.contacts_90d + excluded.contacts_90d;

-- Items as a workflow adopts rows from elsewhere: they begin in the state that they are in.
WITH found AS (
    SELECT uuidv7() AS item_id, m.*, v.definition_id, v.version_id AS flow_version, (m.status = 'CLOSED') AS ended,
           CASE WHEN m.status = 'CLOSED' THEN m.ended_at ELSE coalesce(m.resolved_at, m.responded_at, m.created_at) END AS entered_at
    FROM made m CROSS JOIN (SELECT v.* FROM crm.workflow_definitions d JOIN crm.workflow_versions v USING (definition_id) WHERE d.key = 'case' ORDER BY v.number DESC LIMIT 1) v
), items AS (
    INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids, state, ended, entered_at, visit, seq, started_at)
    SELECT item_id, definition_id, flow_version, 'CASE', case_id::text, 'case', customer_id, branch_code, array_remove(ARRAY[maker, assignee], NULL), status, ended, entered_at, 1, 1, entered_at
    FROM found
)
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
SELECT uuidv7(), item_id, 1, 'START', status, '[]', flow_version, maker, '', '', entered_at FROM found;
