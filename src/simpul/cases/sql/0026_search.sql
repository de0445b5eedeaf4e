-- Open cases that say all of these patterns, at most so many; the caller's reach is the caller's to apply.
CREATE INDEX cases_words_idx ON crm.cases USING gin (lower(description) public.gin_trgm_ops) WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED');
CREATE INDEX cases_number_end_idx ON crm.cases (reverse(case_no) text_pattern_ops);
CREATE FUNCTION crm.cases_worded(patterns text[], most integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = on AS $$
DECLARE
    found uuid[];
BEGIN
    EXECUTE format($w$SELECT ARRAY(SELECT c.case_id FROM crm.cases c WHERE c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND %s LIMIT %s)$w$,
        (SELECT string_agg(format('lower(c.description) LIKE %L', word), ' AND ') FROM unnest(patterns) AS word), most) INTO found;
    RETURN found;
END $$;
ALTER FUNCTION crm.cases_worded(text[], integer) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.cases_worded(text[], integer) FROM PUBLIC, simpul_app, simpul_worker;

-- One page of the cases within the caller's reach, in order, as keys: whole ones and those of which only the head may be seen.
-- The rows are read back under row-level security. What only a whole case says (category, priority, channel, whose it is) is
-- asked of whole cases alone, so that no filter and no order tells it of another.
--
-- `asked` holds: scope OPEN, RESOLVED, CLOSED or ALL; sort DUE, CREATED, ENDED, PRIORITY or NONE; keep; and where it narrows
-- branches, statuses, priorities, categories, channels, products, assignee, unassigned, unit, review, watched, first_late (unanswered since before this instant), due_from, due_before, customer, numbers,
-- ended_from, ended_before; after_place, after_at and after_id of the last row before.
--
-- Open cases stand by the nearest of their unmet clocks, which of a head is the due time that it shows. `search` is what somebody looks for, one of which
-- is enough: numbers, whole; ending, the last characters of a number, reversed; customers; and, among open cases, names (patterns of what the customer is
-- called) and words (patterns of what the case says, sensitive ones left out, since opening them is recorded).
CREATE OR REPLACE FUNCTION crm.case_queue(asked jsonb) RETURNS TABLE (case_id uuid, place integer, at timestamptz)
-- The conditions look far more selective than they are: left alone, the planner gathers and sorts what its index has in order already.
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp SET enable_bitmapscan = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    me uuid := iam.uid();
    whole_reach integer := crm.case_reach('R');
    any_reach integer := iam.reach('case', 'R');
    readable text[] := crm.case_branches('R');
    units text[] := CASE WHEN whole_reach >= 3 THEN iam.scope_units() ELSE '{}' END;
    opened uuid[] := iam.elevated_customers();
    sensitive text[] := crm.sensitive_categories();
    cleared text[] := iam.branches_for('tier3', 'R');
    chosen text[] := CASE WHEN asked ? 'branches' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'branches')) END;
    statuses text[] := CASE WHEN asked ? 'statuses' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'statuses')) END;
    priorities text[] := CASE WHEN asked ? 'priorities' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'priorities')) END;
    categories text[] := CASE WHEN asked ? 'categories' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'categories')) END;
    channels text[] := CASE WHEN asked ? 'channels' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'channels')) END;
    products text[] := CASE WHEN asked ? 'products' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'products')) END;
    numbers text[] := CASE WHEN asked ? 'numbers' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'numbers')) END;
    sort text := asked ->> 'sort';
    keep integer := (asked ->> 'keep')::integer;
    after_place integer := coalesce((asked ->> 'after_place')::integer, 0);
    named boolean := asked ?| ARRAY['first_late', 'priorities', 'categories', 'channels', 'products', 'assignee', 'unassigned', 'unit', 'review', 'watched'];
    plain text := '(NOT c.category_code = ANY ($6) OR c.branch_code = ANY ($7))';
    held text := 'c.branch_code = ANY ($2)' || CASE WHEN units = '{}' THEN '' ELSE ' OR coalesce(c.assigned_unit_code = ANY ($3), false)' END;
    mine text := '(c.assigned_to_user_id = $4 OR c.created_by = $4)';
    whole text := format('((%s) AND %s%s%s)', held, plain,
        CASE WHEN whole_reach >= 1 THEN ' OR coalesce(' || mine || ', false)' ELSE '' END,
        CASE WHEN opened = '{}' THEN '' WHEN iam.elevation_tier() >= 3 THEN ' OR c.customer_id = ANY ($5)'
             ELSE ' OR c.customer_id = ANY ($5) AND NOT c.category_code = ANY ($6)' END);
    rest text := format(' AND NOT (%s)', held);
    kept text := CASE asked ->> 'scope'
        WHEN 'OPEN' THEN $w$ AND c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED')$w$
        WHEN 'RESOLVED' THEN $w$ AND c.status = 'RESOLVED'$w$ WHEN 'CLOSED' THEN $w$ AND c.status = 'CLOSED'$w$ ELSE '' END;
    moment text := CASE WHEN sort = 'CREATED' THEN 'c.created_at' WHEN sort = 'ENDED' THEN 'c.closed_at'
        WHEN sort = 'PRIORITY' OR asked ->> 'scope' = 'OPEN' THEN 'c.next_due_at' ELSE 'c.sla_due_at' END;
    falling boolean := sort IN ('CREATED', 'ENDED');
    -- Whole cases and heads are ordered by different moments, so they are read apart.
    apart boolean := sort = 'DUE' AND asked ->> 'scope' = 'OPEN' AND NOT named;
    sought jsonb := asked -> 'search';
    by_key boolean := asked ?| ARRAY['customer', 'numbers', 'assignee', 'unit', 'watched'];
    keyed uuid[] := '{}';
    worded uuid[] := '{}';
    matching text;
    statement text;
    one integer;
    given integer;
BEGIN
    IF any_reach = 0 AND opened = '{}' THEN
        RETURN;
    END IF;
    IF sought IS NOT NULL THEN
        keyed := ARRAY(SELECT k.case_id FROM crm.cases k WHERE k.customer_id = ANY (ARRAY(SELECT jsonb_array_elements_text(sought -> 'customers'))::uuid[])
                       UNION SELECT k.case_id FROM crm.cases k WHERE k.case_no = ANY (ARRAY(SELECT jsonb_array_elements_text(sought -> 'numbers')))
                       -- Everything that begins so: `~` follows whatever stands in a number.
                       UNION SELECT k.case_id FROM crm.cases k WHERE reverse(k.case_no) ~>=~ (sought ->> 'ending') AND reverse(k.case_no) ~<~ ((sought ->> 'ending') || '~'));
        matching := 'c.case_id = ANY ($25)';
        IF sought ? 'words' THEN
            worded := crm.cases_worded(ARRAY(SELECT jsonb_array_elements_text(sought -> 'words')), 1001);
            -- Words of few cases are read by key; those of many are found soon wherever the list begins.
            IF cardinality(worded) <= 1000 THEN
                matching := matching || format(' OR c.case_id = ANY ($26) AND NOT c.category_code = ANY ($6) AND %s', whole);
            ELSE
                worded := NULL;
                matching := matching || format($w$ OR c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND NOT c.category_code = ANY ($6) AND %s AND %s$w$,
                    (SELECT string_agg(format('lower(c.description) LIKE %L', word), ' AND ') FROM jsonb_array_elements_text(sought -> 'words') AS word), whole);
            END IF;
        END IF;
        IF sought ? 'names' THEN
            matching := matching || format($w$ OR c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED')
                AND EXISTS (SELECT FROM crm.customer_search s JOIN iam.customer_reach r ON r.customer_id = s.customer_id WHERE s.customer_id = c.customer_id
                    AND (r.branch_code = ANY (%L::text[]) OR coalesce(r.rm_user_id = %L, false) OR s.customer_id = ANY ($5)) AND %s)$w$,
                iam.branches_for('customer', 'R'), iam.portfolio_for('customer', 'R'),
                (SELECT string_agg(format($w$' ' || s.sort_name LIKE %L$w$, name), ' AND ') FROM jsonb_array_elements_text(sought -> 'names') AS name));
        END IF;
        IF worded IS NOT NULL AND NOT sought ? 'names' THEN
            by_key := true;
            matching := format('c.case_id = ANY ($25 || $26) AND (%s)', matching);
        END IF;
    END IF;
    kept := kept
        || CASE WHEN matching IS NULL THEN '' ELSE ' AND (' || matching || ')' END
        || CASE WHEN chosen IS NULL THEN '' ELSE ' AND c.branch_code = ANY ($1)' END
        || CASE WHEN statuses IS NULL THEN '' ELSE ' AND c.status = ANY ($8)' END
        || CASE WHEN priorities IS NULL THEN '' ELSE ' AND c.priority = ANY ($9)' END
        || CASE WHEN categories IS NULL THEN '' ELSE ' AND c.category_code = ANY ($10)' END
        || CASE WHEN channels IS NULL THEN '' ELSE ' AND c.channel = ANY ($11)' END
        || CASE WHEN products IS NULL THEN '' ELSE ' AND c.product = ANY ($27)' END
        || CASE WHEN asked ? 'assignee' THEN ' AND c.assigned_to_user_id = $12' ELSE '' END
        || CASE WHEN asked ? 'unassigned' THEN ' AND c.assigned_to_user_id IS NULL' ELSE '' END
        || CASE WHEN asked ? 'unit' THEN ' AND c.assigned_unit_code = $13' ELSE '' END
        || CASE WHEN asked ? 'review' THEN ' AND c.review = $24' ELSE '' END
        || CASE WHEN asked ? 'watched' THEN ' AND c.case_id = ANY (ARRAY(SELECT w.case_id FROM crm.case_watchers w WHERE w.user_id = $4))' ELSE '' END
        || CASE WHEN asked ? 'first_late' THEN format(' AND c.first_responded_at IS NULL AND c.first_response_due_at <= %L', (asked ->> 'first_late')::timestamptz) ELSE '' END
        || CASE WHEN asked ? 'due_from' THEN ' AND c.sla_due_at > $14' ELSE '' END
        || CASE WHEN asked ? 'due_before' THEN ' AND c.sla_due_at <= $15' || CASE WHEN asked ->> 'scope' = 'OPEN' THEN ' AND c.next_due_at <= $15' ELSE '' END ELSE '' END
        || CASE WHEN asked ? 'customer' THEN ' AND c.customer_id = $16' ELSE '' END
        || CASE WHEN numbers IS NULL THEN '' ELSE ' AND c.case_no = ANY ($17)' END
        || CASE WHEN asked ? 'ended_from' THEN ' AND c.closed_at >= $18' ELSE '' END
        || CASE WHEN asked ? 'ended_before' THEN ' AND c.closed_at < $19' ELSE '' END
        || CASE WHEN named THEN ' AND ' || whole ELSE '' END;

    FOR one IN SELECT generate_series(after_place, CASE WHEN sort <> 'PRIORITY' THEN after_place WHEN named THEN 3 ELSE 4 END) LOOP
        SELECT string_agg(format('(SELECT c.case_id, %s, %s FROM %s LIMIT $22)', one, part.moment, replace(replace(way.source, '{o}', part.ordered), '{}', part.condition || part.ordered)), ' UNION ALL ')
          INTO statement
          FROM (SELECT p.nth, p.moment,
                       kept || p.condition || CASE WHEN one > after_place OR NOT asked ? 'after_id' THEN ''
                           ELSE format(' AND (%s, c.case_id) %s ($20, $21)', p.moment, CASE WHEN falling THEN '<' ELSE '>' END) END AS condition,
                       CASE WHEN sort = 'NONE' THEN '' ELSE format(CASE WHEN falling THEN ' ORDER BY %s DESC, c.case_id DESC' ELSE ' ORDER BY %s, c.case_id' END, p.moment) END AS ordered
                  FROM (VALUES (1, sort = 'PRIORITY' AND one < 4, moment, format(' AND c.priority = %L AND %s', (ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'])[one + 1], whole)),
                               (2, sort = 'PRIORITY' AND one = 4, 'c.sla_due_at', ' AND NOT ' || whole),
                               (3, apart, moment, ' AND ' || whole),
                               (4, apart, 'c.sla_due_at', ' AND NOT ' || whole),
                               (5, NOT apart AND sort <> 'PRIORITY', moment, '')) AS p (nth, applies, moment, condition)
                 WHERE p.applies) AS part
         CROSS JOIN (VALUES
            -- Where few rows are asked for by key, these are read and judged.
            (1, by_key,
             format('crm.cases c WHERE (%s OR %s OR c.customer_id = ANY ($5) OR EXISTS (SELECT FROM iam.customer_reach r WHERE r.customer_id = c.customer_id'
                    ' AND r.rm_user_id = $4 AND %s >= 2)){}', held, CASE WHEN any_reach >= 1 THEN 'coalesce(' || mine || ', false)' ELSE 'false' END, any_reach)),
            -- Else one index scan for each branch and each unit, merged; and beside it what is reached in another way, none of it twice.
            (2, readable <> '{}' AND sort <> 'NONE',
             'unnest($23) AS b (code) CROSS JOIN LATERAL (SELECT * FROM crm.cases c WHERE c.branch_code = b.code{} LIMIT $22) c{o}'),
            (3, readable <> '{}' AND sort = 'NONE', 'crm.cases c WHERE c.branch_code = ANY ($23){}'),
            (4, units <> '{}' AND sort <> 'NONE',
             'unnest($3) AS u (code) CROSS JOIN LATERAL (SELECT * FROM crm.cases c WHERE c.assigned_unit_code = u.code AND NOT c.branch_code = ANY ($2){} LIMIT $22) c{o}'),
            (9, units <> '{}' AND sort = 'NONE', 'crm.cases c WHERE c.assigned_unit_code = ANY ($3) AND NOT c.branch_code = ANY ($2){}'),
            (5, any_reach >= 1, format('crm.cases c WHERE c.assigned_to_user_id = $4%s{}', rest)),
            (6, any_reach >= 1, format('crm.cases c WHERE c.created_by = $4 AND c.assigned_to_user_id IS DISTINCT FROM $4%s{}', rest)),
            (7, opened <> '{}', format('crm.cases c WHERE c.customer_id = ANY ($5)%s AND NOT (%s >= 1 AND coalesce(%s, false)){}', rest, any_reach, mine)),
            (8, any_reach >= 2, format('crm.cases c WHERE c.customer_id = ANY (ARRAY(SELECT r.customer_id FROM iam.customer_reach r WHERE r.rm_user_id = $4))%s'
                                    ' AND NOT c.customer_id = ANY ($5) AND NOT coalesce(%s, false){}', rest, mine))
          ) AS way (nth, applies, source)
         WHERE way.applies AND (way.nth = 1 OR NOT by_key)
           -- Whoever is cleared for what is sensitive in all these branches has no mere head there.
           AND NOT (part.nth IN (2, 4) AND way.nth = 2 AND (sensitive = '{}' OR readable <@ cleared));
        IF statement IS NOT NULL THEN
            RETURN QUERY EXECUTE format('SELECT * FROM (%s) q (case_id, place, at)%s LIMIT $22', statement,
                CASE WHEN sort = 'NONE' THEN '' WHEN falling THEN ' ORDER BY 3 DESC, 1 DESC' ELSE ' ORDER BY 3, 1' END)
                USING chosen, readable, units, me, opened, sensitive, cleared, statuses, priorities, categories, channels, (asked ->> 'assignee')::uuid, asked ->> 'unit',
                      (asked ->> 'due_from')::timestamptz, (asked ->> 'due_before')::timestamptz, (asked ->> 'customer')::uuid, numbers,
                      (asked ->> 'ended_from')::timestamptz, (asked ->> 'ended_before')::timestamptz, (asked ->> 'after_at')::timestamptz, (asked ->> 'after_id')::uuid, keep,
                      CASE WHEN chosen IS NULL THEN readable ELSE ARRAY(SELECT unnest(readable) INTERSECT SELECT unnest(chosen)) END, asked ->> 'review', keyed, worded, products;
            GET DIAGNOSTICS given = ROW_COUNT;
            keep := keep - given;
        END IF;
        EXIT WHEN keep <= 0;
    END LOOP;
END $$;
