CREATE OR REPLACE FUNCTION crm.complaints_between(since timestamptz, until timestamptz, asked text[])
RETURNS TABLE (case_id uuid, branch_code text, channel text, product text, issue text, started_at timestamptz, answered_at timestamptz, wound boolean, altered boolean,
               promise text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
    SELECT c.case_id, c.branch_code, c.channel, c.product, f.issue, f.started_at, f.answered_at, f.wound,
           f.altered OR (f.waited AND coalesce(l.pause_cap_days > 0, true)),
           concat_ws(' ', b.policy_version_id, coalesce(b.legal_rules_id::text, '-'), b.rule_category, b.priority, b.kind, b.calendars)
    FROM crm.cases c
    CROSS JOIN LATERAL (
        SELECT (array_agg(e.rule_category ORDER BY e.seq DESC) FILTER (WHERE e.rule_category IS NOT NULL AND e.occurred_at < until))[1] AS issue,
               date_trunc('second', min(e.occurred_at) FILTER (WHERE e.seq = 1)) AS started_at,
               date_trunc('second', min(e.occurred_at) FILTER (WHERE e.clock = 'RESOLUTION' AND e.occurred_at < until)) AS answered_at,
               -- Reopened, or an answer corrected: on any day, for what was learned later counts as well.
               bool_or(e.change = 'REOPEN') OR coalesce(
                   array_agg(e.corrects) FILTER (WHERE e.change = 'CORRECT') && array_agg(e.seq) FILTER (WHERE e.clock = 'RESOLUTION'), false) AS wound,
               bool_or(e.change IN ('POLICY', 'CALENDAR', 'EXTEND')) AS altered,
               bool_or(e.change = 'PAUSE') AS waited
        FROM crm.case_clock_events e WHERE e.case_id = c.case_id
    ) f
    JOIN crm.case_clock_events b ON b.case_id = c.case_id AND b.seq = 1
    LEFT JOIN crm.case_legal_rules l ON l.legal_rules_id = b.legal_rules_id
    WHERE c.created_at < until AND (c.closed_at IS NULL OR c.closed_at >= since)
      AND c.branch_code || '' = ANY (asked) AND c.branch_code || '' = ANY ((SELECT crm.case_branches('R'))::text[])
      AND (NOT c.category_code = ANY ((SELECT crm.sensitive_categories())::text[]) OR c.branch_code || '' = ANY ((SELECT iam.branches_for('tier3', 'R'))::text[]))
      AND (f.wound OR f.answered_at IS NULL OR f.answered_at >= since)
$$;
