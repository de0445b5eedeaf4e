CREATE TYPE crm.search_hit AS (
    customer_id uuid,
    sort_name   text,
    branch_code text,
    score       integer,
    reason      text
);

-- How many words a name has more than the query, 9 at most.
CREATE FUNCTION crm.search_extra(sort_name text, size integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT greatest(0, least(9, length(sort_name) - length(replace(sort_name, ' ', '')) + 1 - size)) $$;

-- Rank the candidates (a sub-query over crm.customer_search) by the words they match: the whole name, all words with
-- fewer slips, then all words but one of at least three. Internal: only crm.search_customers makes `candidates`.
CREATE FUNCTION crm.search_rank(candidates text, plain text, size integer, word_nos integer[], tokens text[], costs integer[], at_most integer)
RETURNS crm.search_hit[]
LANGUAGE plpgsql STABLE SET search_path = crm, pg_temp AS $$
DECLARE
    ranked crm.search_hit[];
BEGIN
    EXECUTE format($query$
        WITH candidate AS MATERIALIZED (%s),
        best AS (
            SELECT c.customer_id, a.word_no, min(a.cost) AS cost
              FROM candidate c
             CROSS JOIN LATERAL unnest(string_to_array(c.sort_name, ' ')) AS w (word)
              JOIN unnest($3, $4, $5) AS a (word_no, token, cost) ON a.token = w.word
             GROUP BY c.customer_id, a.word_no
        ),
        matched AS (
            SELECT customer_id, count(*) AS words, sum(cost) AS cost, max(cost) AS worst
              FROM best GROUP BY customer_id HAVING count(*) >= greatest($2 - 1, least($2, 2))
        ),
        scored AS (
            SELECT c.*, m.words, m.cost, m.worst, crm.search_extra(c.sort_name, $2) AS extra
              FROM matched m JOIN candidate c ON c.customer_id = m.customer_id
        )
        SELECT coalesce(array_agg(h), '{}') FROM (
            SELECT (s.customer_id, s.sort_name, s.branch_code,
                    CASE WHEN s.sort_name = $1 THEN 1000
                         WHEN s.words < $2 THEN greatest(250, 500 - 20 * s.cost - s.extra)
                         WHEN s.cost = 0 THEN 990 - s.extra
                         ELSE greatest(510, 900 - 20 * s.cost - s.extra) END,
                    CASE WHEN s.sort_name = $1 THEN 'NAME_EQUAL'
                         WHEN s.words < $2 OR s.worst < 2 AND s.extra > 0 THEN 'NAME_PART'
                         ELSE 'NAME_SIMILAR' END)::crm.search_hit AS h
              FROM scored s
             ORDER BY (s.words = $2) DESC, s.cost, s.extra, s.sort_name, s.branch_code, s.customer_id
             LIMIT $6) x
        $query$, candidates)
       INTO ranked USING plain, size, word_nos, tokens, costs, at_most;
    RETURN ranked;
END
$$;

-- Customers for the places that are left: names that have words like those asked for or that share one word only, ranked
-- by how alike the whole names are. `mine` is the condition of the caller's own customers, null when there are none.
-- Every limit counts customers within the reach. Internal: only crm.search_customers makes the conditions.
CREATE FUNCTION crm.search_wider(
    branch_nos integer[], scoped text, mine text, wanted text, plain text, words text[],
    word_nos integer[], tokens text[], costs integer[], seen uuid[], places integer, certain boolean)
RETURNS crm.search_hit[]
LANGUAGE plpgsql STABLE SET search_path = crm, pg_temp AS $$
DECLARE
    size    constant integer := cardinality(words);
    tight   constant text := replace(plain, ' ', '');
    near    record;
    sources text[] := '{}';
    ranked  crm.search_hit[];
BEGIN
    IF branch_nos IS NULL OR branch_nos <> '{}' THEN
        IF size = 1 THEN -- one word is all there is to go by
            PERFORM public.show_limit(), set_config('pg_trgm.similarity_threshold', '0.15', true);
        END IF;
        SELECT * INTO near FROM crm.search_near(branch_nos, words, word_nos, tokens, costs, certain);
        IF size = 1 THEN
            PERFORM set_config('pg_trgm.similarity_threshold', '0.3', true);
        END IF;
        sources := ARRAY[
            format($q$SELECT s.* FROM unnest($8) AS v (token) CROSS JOIN LATERAL (
                      SELECT * FROM crm.customer_search s WHERE s.sort_name >= v.token AND s.sort_name < v.token || '!' AND %s AND %s
                       ORDER BY s.sort_name, s.branch_code, s.customer_id LIMIT 50) s$q$, scoped, wanted),
            format($q$SELECT s.* FROM unnest($9) AS v (keys) CROSS JOIN LATERAL (
                      SELECT * FROM crm.customer_search s WHERE %s AND %s AND %s LIMIT 200) s$q$,
                   CASE WHEN branch_nos IS NULL THEN 's.toks && v.keys::integer[]' ELSE 's.branch_toks && v.keys::bigint[]' END, scoped, wanted),
            format($q$SELECT s.* FROM unnest($10, $11) AS v (one, other) CROSS JOIN LATERAL (
                      SELECT * FROM crm.customer_search s WHERE s.toks && v.one::integer[] AND s.toks && v.other::integer[] AND %s AND %s LIMIT 100) s$q$, scoped, wanted)];
    ELSE
        SELECT NULL::text[] AS common, NULL::text[] AS singles, NULL::text[] AS ones, NULL::text[] AS others, word_nos AS like_no, tokens AS like_token,
               ARRAY(SELECT CASE cost WHEN 0 THEN 1 WHEN 1 THEN 0.9 ELSE 0.8 END FROM unnest(costs) AS cost)::real[] AS like_near INTO near;
    END IF;
    IF mine IS NOT NULL THEN
        sources := sources || format('SELECT s.* FROM crm.customers c JOIN crm.customer_search s ON s.customer_id = c.customer_id WHERE %s AND %s LIMIT 2000', mine, wanted);
    END IF;
    IF sources = '{}' THEN
        RETURN '{}';
    END IF;
    EXECUTE format($query$
        WITH candidate AS MATERIALIZED (
            SELECT DISTINCT ON (s.customer_id) s.customer_id, s.sort_name, s.branch_code FROM (%s) s WHERE s.customer_id <> ALL ($7) ORDER BY s.customer_id
        ),
        best AS ( -- how near the nearest word of each name comes to each word asked for
            SELECT c.customer_id, a.word_no, max(a.near) AS near
              FROM candidate c CROSS JOIN LATERAL string_to_table(c.sort_name, ' ') AS w (word)
              JOIN unnest($4, $5, $6) AS a (word_no, token, near) ON a.token = w.word
             GROUP BY c.customer_id, a.word_no
        ),
        shared AS (
            SELECT customer_id, sum(near) AS near FROM best GROUP BY customer_id
        ),
        compared AS MATERIALIZED (
            SELECT c.*, public.similarity(c.sort_name, $1) AS letters, 0.68 * coalesce(m.near, 0) / ($3 + crm.search_extra(c.sort_name, 0)) AS words
              FROM candidate c LEFT JOIN shared m ON m.customer_id = c.customer_id
        ),
        likeliest AS (
            SELECT * FROM compared c ORDER BY 0.6 * c.letters + c.words DESC, c.sort_name, c.branch_code, c.customer_id LIMIT 100
        ),
        measured AS (
            SELECT c.*, 0.6 * greatest(c.letters, 0.9 * public.similarity(replace(c.sort_name, ' ', ''), $2)) + c.words AS likeness FROM likeliest c
        ),
        turned AS ( -- each further customer of one name counts less, so that a frequent name does not hide the others
            SELECT m.*, m.likeness * power(0.9, row_number() OVER (PARTITION BY m.sort_name ORDER BY m.branch_code, m.customer_id) - 1) AS worth FROM measured m
        )
        SELECT coalesce(array_agg(h), '{}') FROM (
            SELECT (m.customer_id, m.sort_name, m.branch_code, least(200, round(200 * m.worth)::integer), 'NAME_WIDER')::crm.search_hit AS h
              FROM turned m WHERE m.likeness >= CASE $3 WHEN 1 THEN 0.07 ELSE 0.12 END
             ORDER BY m.worth DESC, m.sort_name, m.branch_code, m.customer_id LIMIT $12) x
        $query$, array_to_string(ARRAY(SELECT '(' || source || ')' FROM unnest(sources) AS source), ' UNION ALL '))
       INTO ranked USING plain, tight, size, near.like_no, near.like_token, near.like_near, seen, near.common, near.singles, near.ones, near.others, places;
    RETURN ranked;
END
$$;
