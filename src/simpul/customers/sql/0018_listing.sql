-- Customers of the caller's own reach whom filters alone name, by name: so many after this one. The reach comes from the session alone.
CREATE INDEX customer_facts_rfm_idx ON crm.customer_facts (rfm_segment, customer_id) WHERE rfm_segment IS NOT NULL;
CREATE FUNCTION crm.list_customers(only_branch text, only_segment text, only_status text, only_vip boolean, only_rfm text, after_id uuid, keep integer)
RETURNS TABLE (customer_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    reach    integer := iam.reach('customer', 'R');
    branches text[] := CASE WHEN reach = 3 THEN ARRAY(SELECT b FROM unnest(iam.scope_branches()) AS b WHERE only_branch IS NULL OR b = only_branch)
                            WHEN only_branch IS NOT NULL THEN ARRAY[only_branch] ELSE '{}' END;
    everywhere boolean := reach = 4 AND only_branch IS NULL;
    nos      integer[] := ARRAY(SELECT b.branch_no FROM iam.branches b WHERE b.branch_code = ANY (branches));
    mine     uuid[] := CASE WHEN reach < 4 THEN iam.elevated_customers() ELSE '{}' END
                       || CASE WHEN reach BETWEEN 2 AND 3 THEN ARRAY(SELECT c.customer_id FROM crm.customers c WHERE c.rm_user_id = iam.uid()) ELSE '{}' END;
    rare     text[] := array_remove(ARRAY[CASE WHEN only_vip THEN '#vip' END, CASE WHEN only_segment <> 'MASS' THEN '#' || only_segment END,
                                          CASE WHEN only_status <> 'ACTIVE' THEN '#' || only_status END], NULL);
    wanted   text;
    keys     text := '';
BEGIN
    wanted := concat_ws(' AND ', 'true',
        CASE WHEN only_branch IS NOT NULL THEN format('s.branch_code = %L', only_branch) END,
        CASE WHEN only_segment IS NOT NULL THEN format('s.segment_code = %L', only_segment) END,
        CASE WHEN only_status IS NOT NULL THEN format('s.status = %L', only_status) END,
        CASE WHEN only_vip IS NOT NULL THEN format('s.is_vip = %L', only_vip) END,
        CASE WHEN only_rfm IS NOT NULL THEN format('s.customer_id IN (SELECT f.customer_id FROM crm.customer_facts f WHERE f.rfm_segment = %L)', only_rfm) END,
        CASE WHEN after_id IS NOT NULL THEN (SELECT format('s.sort_name >= %1$L AND (s.sort_name, s.customer_id) > (%1$L, %2$L)', a.sort_name, a.customer_id)
                                               FROM crm.customer_search a WHERE a.customer_id = after_id) END);
    -- What few customers are stands in the index of words, with the branch where there are few of these.
    IF rare <> '{}' AND cardinality(nos) BETWEEN 1 AND 8 AND NOT everywhere THEN
        keys := ' AND (' || (SELECT string_agg(format('s.branch_toks @> %L::bigint[]', ARRAY(SELECT crm.search_branch_tok(b, hashtext(r)) FROM unnest(rare) AS r)), ' OR ') FROM unnest(nos) AS b) || ')';
    ELSIF rare <> '{}' THEN
        keys := format(' AND s.toks @> %L::integer[]', ARRAY(SELECT hashtext(r) FROM unnest(rare) AS r));
    END IF;
    RETURN QUERY EXECUTE concat_ws(' ', 'SELECT q.customer_id FROM (',
        concat_ws(' UNION ALL ',
            CASE WHEN everywhere THEN format('(SELECT s.sort_name, s.customer_id FROM crm.customer_search s WHERE %s%s ORDER BY s.sort_name, s.customer_id LIMIT $2)', wanted, keys)
                 WHEN branches <> '{}' AND reach >= 3 THEN format(
                     '(SELECT s.sort_name, s.customer_id FROM crm.customer_search s WHERE s.branch_code = ANY (%L) AND %s%s ORDER BY s.sort_name, s.customer_id LIMIT $2)', branches, wanted, keys) END,
            format('(SELECT s.sort_name, s.customer_id FROM crm.customer_search s WHERE s.customer_id = ANY ($1) AND NOT coalesce(s.branch_code = ANY (%L), false) AND %s ORDER BY s.sort_name, s.customer_id LIMIT $2)',
                   CASE WHEN reach >= 3 THEN branches ELSE '{}' END, wanted)),
        ') q ORDER BY q.sort_name, q.customer_id LIMIT $2') USING mine, keep;
END $$;
ALTER FUNCTION crm.list_customers(text, text, text, boolean, text, uuid, integer) OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.list_customers(text, text, text, boolean, text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.list_customers(text, text, text, boolean, text, uuid, integer) TO simpul_app, simpul_worker;
