-- The words of the vocabulary that each query word may mean, with what the difference costs: 0 the word itself,
-- 1 it begins so or sounds so, 2 one letter off, 3 sounds one letter off. `turn` counts the words of one cost, frequent first.
-- `branch_nos` are the branches whose words count, null those of everybody: a word that only others have is none here,
-- whatever is cut off. `own` are words to complete to beside them (of a portfolio).
CREATE FUNCTION crm.search_alternatives(words text[], sounds text[], branch_nos integer[], own text[])
RETURNS TABLE (word_no integer, token text, cost integer, turn integer)
LANGUAGE sql STABLE SET search_path = crm, pg_temp
-- A few hundred probes of indexes, whatever the planner thinks of unnested arrays; planned once a session.
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
    WITH asked AS MATERIALIZED (
        SELECT a.word_no::integer, a.word COLLATE "C" AS word, a.sound COLLATE "C" AS sound
          FROM unnest(words, sounds) WITH ORDINALITY AS a (word, sound, word_no)
    ),
    heard AS (
        SELECT a.word_no, a.sound FROM asked a WHERE length(a.sound) >= 4
    ),
    keys (word_no, key, cost) AS ( -- one letter replaced, or one lost
        SELECT a.word_no, overlay(a.word PLACING '?' FROM i FOR gone), 2
          FROM asked a, generate_series(0, 1) AS gone, generate_series(1, length(a.word) + 1 - gone) AS i
         UNION ALL
        SELECT h.word_no, '~' || overlay(h.sound PLACING '?' FROM i FOR gone), 3
          FROM heard h, generate_series(0, 1) AS gone, generate_series(1, length(h.sound) + 1 - gone) AS i
    ),
    slips (word_no, word, cost) AS ( -- one letter gained, or two neighbours swapped
        SELECT a.word_no, overlay(a.word PLACING CASE gone WHEN 1 THEN '' ELSE reverse(substr(a.word, i, 2)) END FROM i FOR gone), 2
          FROM asked a, generate_series(1, 2) AS gone, generate_series(1, length(a.word) + 1 - gone) AS i
    ),
    sounding (word_no, sound, cost) AS (
        SELECT a.word_no, a.sound, 1 FROM asked a WHERE length(a.word) >= 2 OR a.word = 'm'
         UNION ALL
        SELECT h.word_no, overlay(h.sound PLACING CASE gone WHEN 1 THEN '' ELSE reverse(substr(h.sound, i, 2)) END FROM i FOR gone), 3
          FROM heard h, generate_series(1, 2) AS gone, generate_series(1, length(h.sound) + 1 - gone) AS i
    ),
    meant (word_no, token, cost) AS (
        SELECT a.word_no, a.word, 0 FROM asked a
         UNION ALL
        SELECT a.word_no, t.token, 1 FROM asked a CROSS JOIN LATERAL (
               SELECT t.token FROM crm.search_tokens t WHERE t.token > a.word AND t.token < a.word || '{' ORDER BY t.df DESC, t.token LIMIT 200) t
         WHERE branch_nos IS NULL AND length(a.word) >= 3
         UNION ALL
        SELECT a.word_no, t.token, 1 FROM asked a CROSS JOIN LATERAL (
               SELECT t.token FROM crm.search_tokens t WHERE left(t.token, 2) = a.word ORDER BY t.df DESC, t.token LIMIT 200) t
         WHERE branch_nos IS NULL AND length(a.word) = 2
         UNION ALL
        SELECT a.word_no, t.token, 1 FROM asked a CROSS JOIN LATERAL (
               SELECT p.token FROM unnest(branch_nos) AS b (no)
                 JOIN crm.search_branch_tokens p ON p.branch_no = b.no AND p.token > a.word AND p.token < a.word || '{'
                GROUP BY p.token ORDER BY sum(p.df) DESC, p.token LIMIT 200) t
         WHERE branch_nos IS NOT NULL AND length(a.word) >= 2
         UNION ALL
        SELECT a.word_no, o.token, 1 FROM asked a JOIN unnest(own) AS o (token) ON starts_with(o.token, a.word) AND o.token <> a.word
         WHERE length(a.word) >= 2
         UNION ALL
        SELECT g.word_no, t.token, g.cost FROM sounding g JOIN crm.search_tokens t ON t.sound = g.sound
         UNION ALL
        SELECT l.word_no, t.token, l.cost FROM slips l JOIN crm.search_tokens t ON t.token = l.word
         UNION ALL
        SELECT y.word_no, k.token, y.cost FROM keys y JOIN crm.search_token_keys k ON k.key = y.key
    )
    SELECT m.word_no, m.token, m.cost,
           row_number() OVER (PARTITION BY m.word_no, m.cost ORDER BY coalesce(f.df, p.df, 0) DESC, m.token)::integer
      FROM (SELECT word_no, token, min(cost) AS cost FROM meant GROUP BY word_no, token) m
      LEFT JOIN crm.search_tokens f ON branch_nos IS NULL AND f.token = m.token
      LEFT JOIN LATERAL (SELECT sum(p.df) AS df FROM crm.search_branch_tokens p
                          WHERE branch_nos IS NOT NULL AND p.token = m.token AND p.branch_no = ANY (branch_nos)) p ON true
     WHERE m.cost = 0 OR branch_nos IS NULL OR p.df IS NOT NULL OR own IS NOT NULL
$$;

-- Whole names that the query may mean when one slip was made: anywhere for a letter too many, two swapped or a blank
-- lost or gained, or with one word replaced by an alternative.
CREATE FUNCTION crm.search_whole_names(plain text, words text[], word_nos integer[], tokens text[], costs integer[])
RETURNS TABLE (name text, cost integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = crm, pg_temp AS $$
    SELECT btrim(v.name), min(v.cost)
      FROM (SELECT unnest(crm.name_slips(plain)), 2
             UNION ALL
            SELECT overlay(plain PLACING ' ' FROM i FOR gone), 2
              FROM generate_series(2, length(plain)) AS i, generate_series(0, 1) AS gone
             UNION ALL
            SELECT array_to_string(words[:a.word_no - 1] || a.token || words[a.word_no + 1:], ' '), a.cost
              FROM unnest(word_nos, tokens, costs) AS a (word_no, token, cost) WHERE a.cost > 0
           ) v (name, cost)
     WHERE v.name <> plain AND v.name !~ '  ' AND btrim(v.name) <> ''
     GROUP BY 1
$$;

-- Sets of words to look for together, the likeliest first: one query word replaced by an alternative, or two by the
-- likeliest alternatives of each. Each set is a short intersection of posting lists, whose cost hardly grows with the
-- number of customers; one condition with all alternatives of every word would cost their product.
CREATE FUNCTION crm.search_sets(words text[], word_nos integer[], tokens text[], costs integer[], turns integer[])
RETURNS TABLE (toks integer[], cost integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = crm, pg_temp AS $$
    WITH asked AS (
        SELECT ARRAY(SELECT hashtext(word) FROM unnest(words) AS word) AS toks
    ),
    other AS (
        SELECT a.word_no, hashtext(a.token) AS tok, a.cost, a.turn
          FROM unnest(word_nos, tokens, costs, turns) AS a (word_no, token, cost, turn) WHERE a.cost > 0 AND a.turn <= 25
    )
    SELECT q.toks, q.cost FROM (
        SELECT toks[:o.word_no - 1] || o.tok || toks[o.word_no + 1:] AS toks, o.cost, o.turn FROM asked, other o
         UNION ALL
        SELECT toks[:a.word_no - 1] || a.tok || toks[a.word_no + 1:b.word_no - 1] || b.tok || toks[b.word_no + 1:],
               a.cost + b.cost + 1, a.turn + b.turn
          FROM asked, other a JOIN other b ON b.word_no > a.word_no AND a.turn + b.turn <= 9 AND a.cost + b.cost <= 4
    ) q
    ORDER BY q.cost, q.turn, q.toks
$$;

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

-- Customers for the places that are left: names that have words like those asked for, with their letters shared, joined,
-- split, abbreviated to initials, or that share one word only; ranked by how alike the whole names are. `branch_nos` are
-- the branches reached, null all; `mine` the condition of the caller's own customers, null when there are none. Every
-- limit counts visible words and customers only. Internal: only crm.search_customers makes the conditions.
CREATE FUNCTION crm.search_wider(
    branch_nos integer[], scoped text, mine text, wanted text, plain text, words text[],
    word_nos integer[], tokens text[], costs integer[], seen uuid[], places integer)
RETURNS crm.search_hit[]
LANGUAGE plpgsql STABLE SET search_path = crm, pg_temp AS $$
DECLARE
    size    integer := cardinality(words);
    tight   text := replace(plain, ' ', '');
    like_no integer[]; like_token text[]; like_near real[];
    singles text[];
    ones    text[];
    others  text[];
    sources text[] := '{}';
    ranked  crm.search_hit[];
BEGIN
    WITH asked AS MATERIALIZED ( -- each word, and each with its neighbour as one
        SELECT w.no::integer AS word_no, w.word COLLATE "C" AS word, w.no::integer AS first, w.no::integer AS last FROM unnest(words) WITH ORDINALITY AS w (word, no)
         UNION ALL
        SELECT size + n, words[n] || words[n + 1], n, n + 1 FROM generate_series(1, size - 1) AS n WHERE size <= 5
    ),
    pieces AS MATERIALIZED ( -- each word as two
        SELECT a.word_no, i AS at, side, CASE side WHEN 1 THEN left(a.word, i) ELSE substr(a.word, i + 1) END COLLATE "C" AS word
          FROM asked a, generate_series(1, length(a.word) - 1) AS i, generate_series(1, 2) AS side
         WHERE a.word_no <= size AND (length(a.word) = 2 OR i BETWEEN 2 AND length(a.word) - 2) AND length(a.word) <= 24
    ),
    alike AS (
        SELECT word_no, token, max(near) AS near FROM (
            SELECT a.word_no, t.token, 0.9 * public.similarity(t.token, a.word) AS near
              FROM asked a CROSS JOIN LATERAL (SELECT t.token FROM crm.search_tokens t WHERE t.token OPERATOR(public.%) a.word) t WHERE length(a.word) >= 3
             UNION ALL
            SELECT g.word_no, g.token, CASE g.cost WHEN 0 THEN 1 WHEN 1 THEN 0.9 ELSE 0.8 END FROM unnest(word_nos, tokens, costs) AS g (word_no, token, cost)
             UNION ALL
            SELECT a.word_no, t.token, 0.95 FROM asked a JOIN crm.search_tokens t ON t.sound = crm.name_sound(a.word) WHERE a.word_no > size
             UNION ALL
            SELECT a.word_no, left(a.word, 1), 0.5 FROM asked a WHERE a.word_no <= size AND length(a.word) > 1
        ) l (word_no, token, near) GROUP BY word_no, token
    ),
    heard AS MATERIALIZED (
        SELECT p.word_no, p.at, p.side, t.token
          FROM pieces p JOIN crm.search_tokens t ON t.token = p.word
         UNION
        SELECT p.word_no, p.at, p.side, t.token
          FROM pieces p JOIN crm.search_tokens t ON t.sound = crm.name_sound(p.word) WHERE length(p.word) >= 3
    ),
    known AS MATERIALIZED ( -- what the caller's branches have of them, as keys of their customers
        SELECT t.token, CASE WHEN branch_nos IS NULL THEN g.df ELSE b.df END AS df,
               CASE WHEN branch_nos IS NULL THEN ARRAY[hashtext(t.token)::bigint] ELSE b.keys END AS keys
          FROM (SELECT token FROM alike UNION SELECT token FROM heard) t
          LEFT JOIN crm.search_tokens g ON branch_nos IS NULL AND g.token = t.token
          LEFT JOIN LATERAL (SELECT sum(p.df)::integer AS df, array_agg(crm.search_branch_tok(p.branch_no, hashtext(p.token))) AS keys
                               FROM crm.search_branch_tokens p WHERE branch_nos IS NOT NULL AND p.token = t.token AND p.branch_no = ANY (branch_nos)) b ON true
         WHERE g.df IS NOT NULL OR b.df IS NOT NULL
    ),
    near AS MATERIALIZED (
        SELECT l.word_no, l.token, l.near, k.keys, row_number() OVER w AS turn, sum(k.df) OVER w AS customers
          FROM alike l JOIN known k ON k.token = l.token
        WINDOW w AS (PARTITION BY l.word_no ORDER BY l.near DESC, k.df, l.token)
    ),
    single AS (
        SELECT n.word_no, array_agg(key)::text AS keys FROM near n, unnest(n.keys) AS key WHERE n.turn = 1 OR n.customers <= 400 GROUP BY n.word_no
    ),
    many AS MATERIALIZED (
        SELECT n.word_no, a.first, a.last, array_agg(key)::text AS keys
          FROM near n JOIN asked a ON a.word_no = n.word_no, unnest(n.keys) AS key WHERE n.turn <= 30 GROUP BY n.word_no, a.first, a.last
    ),
    halves AS (
        SELECT h.word_no, h.at, h.side, array_agg(key)::text AS keys FROM heard h JOIN known k ON k.token = h.token, unnest(k.keys) AS key GROUP BY h.word_no, h.at, h.side
    ),
    pair AS (
        SELECT a.keys AS one, b.keys AS other FROM many a JOIN many b ON a.last < b.first
         UNION ALL
        SELECT a.keys, b.keys FROM halves a JOIN halves b ON b.word_no = a.word_no AND b.at = a.at AND a.side = 1 AND b.side = 2
    )
    SELECT (SELECT array_agg(word_no) FROM near WHERE turn <= 60 AND word_no <= size), (SELECT array_agg(token) FROM near WHERE turn <= 60 AND word_no <= size),
           (SELECT array_agg(near) FROM near WHERE turn <= 60 AND word_no <= size),
           (SELECT array_agg(keys) FROM single), (SELECT array_agg(one) FROM pair), (SELECT array_agg(other) FROM pair)
      INTO like_no, like_token, like_near, singles, ones, others;

    IF branch_nos IS NULL OR branch_nos <> '{}' THEN
        sources := ARRAY[
            format($q$SELECT s.* FROM unnest($8) AS v (keys) CROSS JOIN LATERAL (
                      SELECT * FROM crm.customer_search s WHERE s.%1$s && v.keys::%2$s AND %3$s AND %4$s LIMIT 300) s$q$,
                   CASE WHEN branch_nos IS NULL THEN 'toks' ELSE 'branch_toks' END, CASE WHEN branch_nos IS NULL THEN 'integer[]' ELSE 'bigint[]' END, scoped, wanted),
            format($q$SELECT s.* FROM unnest($9, $10) AS v (one, other) CROSS JOIN LATERAL (
                      SELECT * FROM crm.customer_search s WHERE s.%1$s && v.one::%2$s AND s.%1$s && v.other::%2$s AND %3$s AND %4$s LIMIT 200) s$q$,
                   CASE WHEN branch_nos IS NULL THEN 'toks' ELSE 'branch_toks' END, CASE WHEN branch_nos IS NULL THEN 'integer[]' ELSE 'bigint[]' END, scoped, wanted)];
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
        measured AS (
            SELECT c.*, greatest(public.similarity(c.sort_name, $1), 0.9 * public.similarity(replace(c.sort_name, ' ', ''), $2),
                                 0.85 * 2 * coalesce(m.near, 0) / ($3 + crm.search_extra(c.sort_name, 0))) AS likeness
              FROM candidate c LEFT JOIN shared m ON m.customer_id = c.customer_id
        )
        SELECT coalesce(array_agg(h), '{}') FROM (
            SELECT (m.customer_id, m.sort_name, m.branch_code, least(200, round(200 * m.likeness)::integer), 'NAME_WIDER')::crm.search_hit AS h
              FROM measured m WHERE m.likeness >= 0.2
             ORDER BY m.likeness DESC, m.sort_name, m.branch_code, m.customer_id LIMIT $11) x
        $query$, array_to_string(ARRAY(SELECT '(' || source || ')' FROM unnest(sources) AS source), ' UNION ALL '))
       INTO ranked USING plain, tight, size, like_no, like_token, like_near, seen, singles, ones, others, places;
    RETURN ranked;
END
$$;

-- Customers that a query finds within the caller's own reach, best first: exact identifiers and phones, the whole
-- name, all words, then fewer slips. The reach comes from the session alone. What happens next depends on visible
-- customers only, so that one outside the reach changes neither result nor count nor path.
-- `plain` is the query as a plain name without titles, empty when it can be no name, and `whole` the same with them.
-- `phone_end` are the last digits of a phone that came with a name. At most `keep` customers are ranked. Places that
-- are left on the first page are filled by wider matches, ranked below all others.
CREATE FUNCTION crm.search_customers(
    plain text, whole text, phone_end text, phones text[], id_types text[], id_hashes bytea[],
    only_branch text DEFAULT NULL, only_segment text DEFAULT NULL, only_status text DEFAULT NULL,
    only_vip boolean DEFAULT NULL, only_rfm text DEFAULT NULL, keep integer DEFAULT 101)
RETURNS TABLE (customer_id uuid, score integer, place integer, reason text, shares text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = crm, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    reach      integer := iam.reach('customer', 'R');
    everywhere boolean := reach = 4 AND only_branch IS NULL;
    branches   text[] := CASE reach WHEN 4 THEN ARRAY[only_branch] WHEN 3 THEN iam.scope_branches() ELSE '{}' END;
    branch_nos integer[];
    rm         uuid := CASE WHEN reach BETWEEN 2 AND 3 THEN iam.uid() END;
    opened     uuid[] := CASE WHEN reach < 4 THEN iam.elevated_customers() ELSE '{}' END;
    rare       integer[] := CASE WHEN only_vip THEN ARRAY[hashtext('#vip')] ELSE '{}' END
                         || CASE WHEN only_segment <> 'MASS' THEN ARRAY[hashtext('#' || only_segment)] ELSE '{}' END
                         || CASE WHEN only_status <> 'ACTIVE' THEN ARRAY[hashtext('#' || only_status)] ELSE '{}' END;
    mine       text;    -- condition: customers the caller reaches by portfolio or by an opened profile
    has_mine   boolean;
    scoped     text;    -- condition: customers of the caller's branches
    wanted     text;    -- condition: the filters
    few        boolean; -- few enough branches for keys of branch and word together
    hit        constant text := 'SELECT coalesce(array_agg((s.customer_id, s.sort_name, s.branch_code, s.score, s.reason)::crm.search_hit), ''{}'') FROM (';
    words      text[] := CASE WHEN plain = '' THEN '{}' ELSE string_to_array(plain, ' ') END;
    size       integer := cardinality(words);
    exact      integer[] := ARRAY(SELECT hashtext(word) FROM unnest(words) AS word);
    sounds     text[] := ARRAY(SELECT crm.name_sound(word) FROM unnest(words) AS word);
    word_nos   integer[]; tokens text[]; costs integer[]; turns integer[];
    keys       text;    -- condition: the words of one set, v.toks
    found      crm.search_hit[] := '{}';
    more       crm.search_hit[] := '{}';
    own        text[];  -- words of the caller's own customers
    known      integer := 0;
BEGIN
    IF reach = 0 AND opened = '{}' THEN
        RETURN;
    END IF;
    IF only_branch IS NOT NULL AND reach = 3 THEN
        branches := ARRAY(SELECT b FROM unnest(branches) AS b WHERE b = only_branch);
    END IF;
    branch_nos := CASE WHEN everywhere THEN '{}' ELSE ARRAY(SELECT b.branch_no FROM iam.branches b WHERE b.branch_code = ANY (branches)) END;
    everywhere := everywhere OR cardinality(branch_nos) = (SELECT count(*) FROM iam.branches) AND cardinality(branch_nos) > 8;
    few := NOT everywhere AND cardinality(branch_nos) <= 8;
    mine := format('(c.rm_user_id = %L OR c.customer_id = ANY (%L))', rm, opened);
    scoped := CASE WHEN everywhere THEN 'true'
                   WHEN few THEN format('s.branch_code = ANY (%L)', branches)
                   -- Of many branches each would be probed for each name; as a plain filter the names are read once.
                   ELSE format('s.branch_code || '''' = ANY (%L)', branches) END;
    wanted := concat_ws(' AND ', 'true',
        CASE WHEN only_branch IS NOT NULL THEN format('s.branch_code = %L', only_branch) END,
        CASE WHEN only_segment IS NOT NULL THEN format('s.segment_code = %L', only_segment) END,
        CASE WHEN only_status IS NOT NULL THEN format('s.status = %L', only_status) END,
        CASE WHEN only_vip IS NOT NULL THEN format('s.is_vip = %L', only_vip) END,
        -- A look-up for each candidate, never a join that would read every fact.
        CASE WHEN only_rfm IS NOT NULL THEN
            format('(SELECT f.rfm_segment FROM crm.customer_facts f WHERE f.customer_id = s.customer_id) = %L', only_rfm) END);

    -- Identifiers and phones.
    IF cardinality(id_types) > 0 OR cardinality(phones) > 0 THEN
        EXECUTE hit || format($q$
                SELECT s.*, e.score, e.reason FROM (
                        SELECT i.customer_id, i.id_type AS reason, 2010 AS score
                          FROM unnest($1, $2) AS asked (id_type, id_hash)
                          JOIN crm.customer_identifiers i ON i.id_type = asked.id_type AND i.id_hash = asked.id_hash
                         UNION ALL
                        SELECT p.customer_id, 'PHONE', 2000 FROM crm.customers p WHERE p.phone_e164 = ANY ($3)
                    ) e
                  JOIN crm.customers c ON c.customer_id = e.customer_id
                  JOIN crm.customer_search s ON s.customer_id = e.customer_id
                 WHERE (%s OR %s) AND %s LIMIT 1000) s $q$, scoped, mine, wanted)
           INTO found USING id_types, id_hashes, phones;
    END IF;

    -- The last digits of a phone, with a word of the name.
    IF phone_end <> '' THEN
        EXECUTE hit || format($q$
                SELECT s.*, 1500 AS score, 'PHONE_END' AS reason
                  FROM crm.customers c JOIN crm.customer_search s ON s.customer_id = c.customer_id
                 WHERE right(c.phone_e164, 4) = right($1, 4) AND right(c.phone_e164, length($1)) = $1 AND (%s OR %s) AND %s
                   AND EXISTS (SELECT FROM unnest($2) AS w (word) WHERE w.word <> $1 AND public.word_similarity(w.word, s.sort_name) >= 0.5)
                 ORDER BY public.similarity(s.sort_name, $3) DESC, s.sort_name, s.customer_id LIMIT $4) s $q$, scoped, mine, wanted)
           INTO more USING phone_end, words, plain, keep;
    END IF;

    IF size > 0 AND found = '{}' THEN
        found := found || more;
        -- The caller's own customers are few: all of them are ranked.
        EXECUTE format('SELECT EXISTS (SELECT FROM crm.customers c WHERE %s)', mine) INTO has_mine;
        IF has_mine THEN
            EXECUTE format($q$SELECT array_agg(DISTINCT word) FROM crm.customers c CROSS JOIN LATERAL string_to_table(c.sort_name, ' ') AS word WHERE %s$q$, mine) INTO own;
            SELECT array_agg(a.word_no), array_agg(a.token), array_agg(a.cost), array_agg(a.turn) INTO word_nos, tokens, costs, turns
              FROM crm.search_alternatives(words, sounds, '{}', own) a;
            EXECUTE hit || format($q$
                    SELECT s.*, 900 - 20 * v.cost AS score, 'NAME_SIMILAR' AS reason
                      FROM crm.search_whole_names($1, $2, $3, $4, $5) v
                      JOIN crm.customers c ON c.sort_name = v.name AND %s
                      JOIN crm.customer_search s ON s.customer_id = c.customer_id WHERE %s LIMIT $6) s $q$, mine, wanted)
               INTO found USING plain, words, word_nos, tokens, costs, keep;
            found := found || crm.search_rank(
                format('SELECT s.* FROM crm.customers c JOIN crm.customer_search s ON s.customer_id = c.customer_id WHERE %s AND %s LIMIT 20000', mine, wanted),
                plain, size, word_nos, tokens, costs, keep);
        END IF;

        IF everywhere OR branches <> '{}' THEN
            -- The whole name.
            EXECUTE hit || format($q$
                    SELECT s.*, 1000 AS score, 'NAME_EQUAL' AS reason FROM crm.customer_search s
                     WHERE s.sort_name = ANY ($1) AND %s AND %s ORDER BY s.branch_code, s.customer_id LIMIT $2) s $q$, scoped, wanted)
               INTO more USING ARRAY[plain, whole], keep;
            found := found || more;
            known := cardinality(more);

            -- All words as they stand, in any order, in longer names; of one common word the names that begin so first.
            IF known < keep AND size = 1 AND NOT few AND rare = '{}' THEN
                EXECUTE hit || format($q$
                        SELECT s.*, 989 AS score, 'NAME_PART' AS reason FROM crm.customer_search s
                         WHERE s.sort_name > $1 || ' ' AND s.sort_name < $1 || '!' AND %s AND %s
                         ORDER BY s.sort_name, s.branch_code, s.customer_id LIMIT $2) s $q$, scoped, wanted)
                   INTO more USING plain, keep - known;
                found := found || more;
                known := known + cardinality(more);
            END IF;
            keys := CASE WHEN few THEN (
                        SELECT string_agg(format('s.branch_toks && ARRAY(SELECT crm.search_branch_tok(b, v.toks[%s]) FROM unnest(%L::integer[]) AS b)', n, branch_nos), ' AND ')
                          FROM generate_series(1, size + cardinality(rare)) AS n)
                    ELSE 's.toks @> v.toks' END;
            IF known < keep THEN
                EXECUTE hit || format($q$
                        SELECT s.*, 990 - s.extra AS score, CASE WHEN s.extra = 0 THEN 'NAME_SIMILAR' ELSE 'NAME_PART' END AS reason
                          FROM (SELECT s.*, crm.search_extra(s.sort_name, $3) AS extra
                                  FROM (SELECT $4 AS toks OFFSET 0) v CROSS JOIN crm.customer_search s
                                 WHERE %s AND s.sort_name <> $1 AND %s AND %s LIMIT 2000) s
                         ORDER BY extra, s.sort_name, s.branch_code, s.customer_id LIMIT $2) s $q$, keys, scoped, wanted)
                   INTO more USING plain, keep, size, exact || rare;
                found := found || more;
                known := (SELECT count(DISTINCT f.customer_id) FROM unnest(found) f);
            END IF;

            -- A full page of names with these very words: slips need no looking for.
            IF known < 20 THEN
                SELECT array_agg(a.word_no), array_agg(a.token), array_agg(a.cost), array_agg(a.turn) INTO word_nos, tokens, costs, turns
                  FROM crm.search_alternatives(words, sounds, CASE WHEN NOT everywhere THEN branch_nos END, NULL) a;
                -- One slip in the whole name: at most 21 customers of each name that it may mean.
                EXECUTE hit || format($q$
                        SELECT s.*, 900 - 20 * v.cost AS score, 'NAME_SIMILAR' AS reason
                          FROM crm.search_whole_names($1, $2, $3, $4, $5) v
                         CROSS JOIN LATERAL (SELECT * FROM crm.customer_search s WHERE s.sort_name = v.name AND %s AND %s
                                              ORDER BY s.branch_code, s.customer_id LIMIT 21) s) s $q$, scoped, wanted)
                   INTO more USING plain, words, word_nos, tokens, costs;
                found := found || more;

                -- Parts of words and slips in longer names, also where these very words are found together.
                known := (SELECT count(DISTINCT f.customer_id) FROM unnest(found) f);
                IF known < 20 THEN
                    found := found || crm.search_rank(format($q$
                            SELECT s.* FROM (SELECT n.toks || %L::integer[] AS toks FROM crm.search_sets(%L, %L, %L, %L, %L) n LIMIT %s) v
                             CROSS JOIN LATERAL (SELECT * FROM crm.customer_search s WHERE %s AND %s AND %s LIMIT 21) s LIMIT 100 $q$,
                            rare, words, word_nos, tokens, costs, turns, CASE size WHEN 1 THEN 12 ELSE least(120, 480 / size) END, keys, scoped, wanted),
                        plain, size, word_nos, tokens, costs, keep);
                    known := (SELECT count(DISTINCT f.customer_id) FROM unnest(found) f);
                END IF;

                -- Still nothing: all words but one.
                IF known = 0 AND size >= 3 THEN
                    keys := replace(keys, format('v.toks[%s]', size + cardinality(rare)), 'v.toks[1]');
                    found := found || crm.search_rank(format($q$
                            SELECT s.* FROM (SELECT (%L::integer[])[:n - 1] || (%L::integer[])[n + 1:] || %L::integer[] AS toks FROM generate_series(1, %s) AS n) v
                             CROSS JOIN LATERAL (SELECT * FROM crm.customer_search s WHERE %s AND %s AND %s LIMIT 100) s $q$,
                            exact, exact, rare, size, keys, scoped, wanted),
                        plain, size, word_nos, tokens, costs, keep);
                END IF;
            END IF;
        END IF;

        -- Places are left: names that are like the query as a whole, or have a word like one of it.
        known := (SELECT count(DISTINCT f.customer_id) FROM unnest(found) f);
        IF known < 20 THEN
            found := found || crm.search_wider(
                CASE WHEN NOT everywhere THEN branch_nos END, scoped, CASE WHEN has_mine THEN mine END, wanted, plain, words, word_nos, tokens, costs,
                ARRAY(SELECT f.customer_id FROM unnest(found) f), 20 - known);
        END IF;
    END IF;

    RETURN QUERY
    WITH once AS (
        SELECT DISTINCT ON (f.customer_id) f.* FROM unnest(found) f ORDER BY f.customer_id, f.score DESC, f.reason
    ),
    turns AS ( -- of names that fit equally well each has its turn, so that a frequent one does not hide the others
        SELECT o.*, row_number() OVER (PARTITION BY o.score, o.sort_name ORDER BY o.branch_code, o.customer_id) AS turn FROM once o
    ),
    kept AS (
        SELECT t.*, row_number() OVER (ORDER BY t.score DESC, t.turn, t.sort_name, t.customer_id)::integer AS place FROM turns t
         ORDER BY t.score DESC, t.turn, t.sort_name, t.customer_id LIMIT keep
    )
    SELECT k.customer_id, k.score, k.place, k.reason,
           CASE WHEN c.phone_e164 IS NOT NULL AND count(*) OVER (PARTITION BY c.phone_e164) > 1 THEN 'SHARES_PHONE'
                WHEN c.birth_date IS NOT NULL AND count(*) OVER (PARTITION BY k.sort_name, c.birth_date) > 1 THEN 'SHARES_NAME_BIRTH_DATE' END
      FROM kept k JOIN crm.customers c ON c.customer_id = k.customer_id ORDER BY k.place;
END
$$;

-- The application runs the search, the worker too; everything else is the functions' own.
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY[
        'search_alternatives(text[], text[], integer[], text[])', 'search_whole_names(text, text[], integer[], text[], integer[])',
        'search_sets(text[], integer[], text[], integer[], integer[])', 'search_extra(text, integer)',
        'search_rank(text, text, integer, integer[], text[], integer[], integer)',
        'search_wider(integer[], text, text, text, text, text[], integer[], text[], integer[], uuid[], integer)',
        'search_customers(text, text, text, text[], text[], bytea[], text, text, text, boolean, text, integer)'
    ] LOOP
        EXECUTE format('ALTER FUNCTION crm.%s OWNER TO simpul_search', target);
        EXECUTE format('REVOKE ALL ON FUNCTION crm.%s FROM PUBLIC, simpul_app, simpul_worker', target);
    END LOOP;
    GRANT EXECUTE ON FUNCTION crm.search_customers(text, text, text, text[], text[], bytea[], text, text, text, boolean, text, integer) TO simpul_app, simpul_worker;
END
$$;
