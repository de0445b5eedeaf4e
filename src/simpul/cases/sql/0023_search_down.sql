DROP FUNCTION crm.cases_worded(text[], integer);
DROP INDEX crm.cases_words_idx;
DROP INDEX crm.cases_number_end_idx;
-- One page of the cases within the caller's reach, in order, as keys: whole ones and those of which only the head may be seen.
-- The rows are read back under row-level security. What only a whole case says (category, priority, channel, whose it is) is
-- asked of whole cases alone, so that no filter and no order tells it of another.
--
-- `asked` holds: scope OPEN, RESOLVED, CLOSED or ALL; sort DUE, CREATED, ENDED, PRIORITY or NONE; keep; and where it narrows
-- branches, statuses, priorities, categories, channels, assignee, unassigned, unit, review, watched, first_late (unanswered since before this instant), due_from, due_before, customer, numbers,
-- ended_from, ended_before; after_place, after_at and after_id of the last row before.
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
    numbers text[] := CASE WHEN asked ? 'numbers' THEN ARRAY(SELECT jsonb_array_elements_text(asked -> 'numbers')) END;
    sort text := asked ->> 'sort';
    keep integer := (asked ->> 'keep')::integer;
    after_place integer := coalesce((asked ->> 'after_place')::integer, 0);
    named boolean := asked ?| ARRAY['first_late', 'priorities', 'categories', 'channels', 'assignee', 'unassigned', 'unit', 'review', 'watched'];
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
    moment text := CASE sort WHEN 'CREATED' THEN 'c.created_at' WHEN 'ENDED' THEN 'c.closed_at' ELSE 'c.sla_due_at' END;
    falling boolean := sort IN ('CREATED', 'ENDED');
    ordered text;
    statement text;
    one integer;
    given integer;
BEGIN
    IF any_reach = 0 AND opened = '{}' THEN
        RETURN;
    END IF;
    kept := kept
        || CASE WHEN chosen IS NULL THEN '' ELSE ' AND c.branch_code = ANY ($1)' END
        || CASE WHEN statuses IS NULL THEN '' ELSE ' AND c.status = ANY ($8)' END
        || CASE WHEN priorities IS NULL THEN '' ELSE ' AND c.priority = ANY ($9)' END
        || CASE WHEN categories IS NULL THEN '' ELSE ' AND c.category_code = ANY ($10)' END
        || CASE WHEN channels IS NULL THEN '' ELSE ' AND c.channel = ANY ($11)' END
        || CASE WHEN asked ? 'assignee' THEN ' AND c.assigned_to_user_id = $12' ELSE '' END
        || CASE WHEN asked ? 'unassigned' THEN ' AND c.assigned_to_user_id IS NULL' ELSE '' END
        || CASE WHEN asked ? 'unit' THEN ' AND c.assigned_unit_code = $13' ELSE '' END
        || CASE WHEN asked ? 'review' THEN ' AND c.review = $24' ELSE '' END
        || CASE WHEN asked ? 'watched' THEN ' AND c.case_id = ANY (ARRAY(SELECT w.case_id FROM crm.case_watchers w WHERE w.user_id = $4))' ELSE '' END
        || CASE WHEN asked ? 'first_late' THEN format(' AND c.first_responded_at IS NULL AND c.first_response_due_at <= %L', (asked ->> 'first_late')::timestamptz) ELSE '' END
        || CASE WHEN asked ? 'due_from' THEN ' AND c.sla_due_at > $14' ELSE '' END
        || CASE WHEN asked ? 'due_before' THEN ' AND c.sla_due_at <= $15' ELSE '' END
        || CASE WHEN asked ? 'customer' THEN ' AND c.customer_id = $16' ELSE '' END
        || CASE WHEN numbers IS NULL THEN '' ELSE ' AND c.case_no = ANY ($17)' END
        || CASE WHEN asked ? 'ended_from' THEN ' AND c.closed_at >= $18' ELSE '' END
        || CASE WHEN asked ? 'ended_before' THEN ' AND c.closed_at < $19' ELSE '' END
        || CASE WHEN named THEN ' AND ' || whole ELSE '' END;
    ordered := CASE WHEN sort = 'NONE' THEN '' WHEN falling THEN format(' ORDER BY %s DESC, c.case_id DESC', moment)
        ELSE format(' ORDER BY %s, c.case_id', moment) END;

    FOR one IN SELECT generate_series(after_place, CASE WHEN sort <> 'PRIORITY' THEN after_place WHEN named THEN 3 ELSE 4 END) LOOP
        statement := kept
            || CASE WHEN sort <> 'PRIORITY' THEN '' WHEN one = 4 THEN ' AND NOT ' || whole
                    ELSE format(' AND c.priority = %L AND %s', (ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'])[one + 1], whole) END
            || CASE WHEN one > after_place OR NOT asked ? 'after_id' THEN ''
                    ELSE format(' AND (%s, c.case_id) %s ($20, $21)', moment, CASE WHEN falling THEN '<' ELSE '>' END) END;
        SELECT string_agg(format('(SELECT c.case_id, %s, %s FROM %s LIMIT $22)', one, moment, replace(way.source, '{}', statement || ordered)), ' UNION ALL ')
          INTO statement
          FROM (VALUES
            -- Where few rows are asked for by key, these are read and judged.
            (1, asked ?| ARRAY['customer', 'numbers', 'assignee', 'unit', 'watched'],
             format('crm.cases c WHERE (%s OR %s OR c.customer_id = ANY ($5) OR EXISTS (SELECT FROM iam.customer_reach r WHERE r.customer_id = c.customer_id'
                    ' AND r.rm_user_id = $4 AND %s >= 2)){}', held, CASE WHEN any_reach >= 1 THEN 'coalesce(' || mine || ', false)' ELSE 'false' END, any_reach)),
            -- Else one index scan for each branch, merged; and beside it what is reached in another way, none of it twice.
            (2, readable <> '{}' AND sort <> 'NONE',
             format('unnest($23) AS b (code) CROSS JOIN LATERAL (SELECT * FROM crm.cases c WHERE c.branch_code = b.code{} LIMIT $22) c%s', ordered)),
            (3, readable <> '{}' AND sort = 'NONE', 'crm.cases c WHERE c.branch_code = ANY ($23){}'),
            (4, units <> '{}', 'crm.cases c WHERE c.assigned_unit_code = ANY ($3) AND NOT c.branch_code = ANY ($2){}'),
            (5, any_reach >= 1, format('crm.cases c WHERE c.assigned_to_user_id = $4%s{}', rest)),
            (6, any_reach >= 1, format('crm.cases c WHERE c.created_by = $4 AND c.assigned_to_user_id IS DISTINCT FROM $4%s{}', rest)),
            (7, opened <> '{}', format('crm.cases c WHERE c.customer_id = ANY ($5)%s AND NOT (%s >= 1 AND coalesce(%s, false)){}', rest, any_reach, mine)),
            (8, any_reach >= 2, format('crm.cases c WHERE c.customer_id = ANY (ARRAY(SELECT r.customer_id FROM iam.customer_reach r WHERE r.rm_user_id = $4))%s'
                                    ' AND NOT c.customer_id = ANY ($5) AND NOT coalesce(%s, false){}', rest, mine))
          ) AS way (nth, applies, source)
         WHERE way.applies AND (way.nth = 1 OR NOT asked ?| ARRAY['customer', 'numbers', 'assignee', 'unit', 'watched']);
        IF statement IS NOT NULL THEN
            RETURN QUERY EXECUTE format('SELECT * FROM (%s) q (case_id, place, at)%s LIMIT $22', statement,
                CASE WHEN sort = 'NONE' THEN '' WHEN falling THEN ' ORDER BY 3 DESC, 1 DESC' ELSE ' ORDER BY 3, 1' END)
                USING chosen, readable, units, me, opened, sensitive, cleared, statuses, priorities, categories, channels, (asked ->> 'assignee')::uuid, asked ->> 'unit',
                      (asked ->> 'due_from')::timestamptz, (asked ->> 'due_before')::timestamptz, (asked ->> 'customer')::uuid, numbers,
                      (asked ->> 'ended_from')::timestamptz, (asked ->> 'ended_before')::timestamptz, (asked ->> 'after_at')::timestamptz, (asked ->> 'after_id')::uuid, keep,
                      CASE WHEN chosen IS NULL THEN readable ELSE ARRAY(SELECT unnest(readable) INTERSECT SELECT unnest(chosen)) END, asked ->> 'review';
            GET DIAGNOSTICS given = ROW_COUNT;
            keep := keep - given;
        END IF;
        EXIT WHEN keep <= 0;
    END LOOP;
END $$;
