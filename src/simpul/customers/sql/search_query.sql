-- The words of the vocabulary that each query word may mean, with what the difference costs: 0 the word itself,
-- 1 it begins so or sounds so, 2 one letter off, 3 sounds one letter off. `turn` counts the words of one cost, frequent first.
CREATE FUNCTION crm.search_alternatives(words text[], sounds text[])
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
        SELECT a.word_no, a.sound, 1 FROM asked a WHERE length(a.word) >= 2
         UNION ALL
        SELECT h.word_no, overlay(h.sound PLACING CASE gone WHEN 1 THEN '' ELSE reverse(substr(h.sound, i, 2)) END FROM i FOR gone), 3
          FROM heard h, generate_series(1, 2) AS gone, generate_series(1, length(h.sound) + 1 - gone) AS i
    ),
    meant (word_no, token, cost) AS (
        SELECT a.word_no, a.word, 0 FROM asked a
         UNION ALL
        SELECT a.word_no, t.token, 1 FROM asked a CROSS JOIN LATERAL (
               SELECT t.token FROM crm.search_tokens t WHERE t.token > a.word AND t.token < a.word || '{' ORDER BY t.df DESC, t.token LIMIT 200) t
         WHERE length(a.word) >= 3
         UNION ALL
        SELECT a.word_no, t.token, 1 FROM asked a CROSS JOIN LATERAL (
               SELECT t.token FROM crm.search_tokens t WHERE left(t.token, 2) = a.word ORDER BY t.df DESC, t.token LIMIT 200) t
         WHERE length(a.word) = 2
         UNION ALL
        SELECT g.word_no, t.token, g.cost FROM sounding g JOIN crm.search_tokens t ON t.sound = g.sound
         UNION ALL
        SELECT l.word_no, t.token, l.cost FROM slips l JOIN crm.search_tokens t ON t.token = l.word
         UNION ALL
        SELECT y.word_no, k.token, y.cost FROM keys y JOIN crm.search_token_keys k ON k.key = y.key
    )
    SELECT m.word_no, m.token, m.cost,
           row_number() OVER (PARTITION BY m.word_no, m.cost ORDER BY coalesce(f.df, 0) DESC, m.token)::integer
      FROM (SELECT word_no, token, min(cost) AS cost FROM meant GROUP BY word_no, token) m
      LEFT JOIN crm.search_tokens f ON f.token = m.token
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
-- number of customers; one condition with all alternatives of every word would cost their product. `completing` takes
-- the last word's completions only.
CREATE FUNCTION crm.search_sets(words text[], word_nos integer[], tokens text[], costs integer[], turns integer[], completing boolean)
RETURNS TABLE (toks integer[], cost integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = crm, pg_temp AS $$
    WITH asked AS (
        SELECT ARRAY(SELECT hashtext(word) FROM unnest(words) AS word) AS toks
    ),
    other AS (
        SELECT a.word_no, hashtext(a.token) AS tok, a.cost, a.turn
          FROM unnest(word_nos, tokens, costs, turns) AS a (word_no, token, cost, turn) WHERE a.cost > 0 AND a.turn <= 25
           AND (NOT completing OR (a.word_no = cardinality(words) AND a.cost = 1))
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
                         WHEN s.words < $2 THEN 500 - 20 * s.cost - s.extra
                         WHEN s.cost = 0 THEN 990 - s.extra
                         ELSE 900 - 20 * s.cost - s.extra END,
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

-- Customers that a query finds within the caller's own reach, best first: exact identifiers and phones, the whole
-- name, all words, then fewer slips. The reach comes from the session alone. What happens next depends on visible
-- customers only, so that one outside the reach changes neither result nor count nor path.
-- `plain` is the query as a plain name, empty when it can be no name. At most `keep` customers are ranked.
CREATE FUNCTION crm.search_customers(
    plain text, phones text[], id_types text[], id_hashes bytea[],
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
    more       crm.search_hit[];
    known      integer := 0;
    together   boolean; -- whether the query's very words are found together
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
                       (SELECT p.customer_id, 'PHONE', 2000 FROM crm.customers p WHERE p.phone_e164 = ANY ($3) LIMIT 1000)
                    ) e
                  JOIN crm.customers c ON c.customer_id = e.customer_id
                  JOIN crm.customer_search s ON s.customer_id = e.customer_id
                 WHERE (%s OR %s) AND %s) s $q$, scoped, mine, wanted)
           INTO found USING id_types, id_hashes, phones;
    END IF;

    IF size > 0 AND found = '{}' THEN
        -- The caller's own customers are few: all of them are ranked.
        EXECUTE format('SELECT EXISTS (SELECT FROM crm.customers c WHERE %s)', mine) INTO has_mine;
        IF has_mine THEN
            SELECT array_agg(a.word_no), array_agg(a.token), array_agg(a.cost), array_agg(a.turn) INTO word_nos, tokens, costs, turns
              FROM crm.search_alternatives(words, sounds) a;
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
                     WHERE s.sort_name = $1 AND %s AND %s ORDER BY s.branch_code, s.customer_id LIMIT $2) s $q$, scoped, wanted)
               INTO more USING plain, keep;
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
                together := known > 0;
                SELECT array_agg(a.word_no), array_agg(a.token), array_agg(a.cost), array_agg(a.turn) INTO word_nos, tokens, costs, turns
                  FROM crm.search_alternatives(words, sounds) a;
                -- One slip in the whole name: at most 21 customers of each name that it may mean.
                EXECUTE hit || format($q$
                        SELECT s.*, 900 - 20 * v.cost AS score, 'NAME_SIMILAR' AS reason
                          FROM crm.search_whole_names($1, $2, $3, $4, $5) v
                         CROSS JOIN LATERAL (SELECT * FROM crm.customer_search s WHERE s.sort_name = v.name AND %s AND %s
                                              ORDER BY s.branch_code, s.customer_id LIMIT 21) s) s $q$, scoped, wanted)
                   INTO more USING plain, words, word_nos, tokens, costs;
                found := found || more;

                -- Parts of words and slips in longer names; where these very words are found together, completions only.
                known := (SELECT count(DISTINCT f.customer_id) FROM unnest(found) f);
                IF known < 20 THEN
                    found := found || crm.search_rank(format($q$
                            SELECT s.* FROM (SELECT n.toks || %L::integer[] AS toks FROM crm.search_sets(%L, %L, %L, %L, %L, %L) n LIMIT %s) v
                             CROSS JOIN LATERAL (SELECT * FROM crm.customer_search s WHERE %s AND %s AND %s LIMIT 21) s LIMIT 100 $q$,
                            rare, words, word_nos, tokens, costs, turns, together, CASE size WHEN 1 THEN 12 ELSE least(120, 480 / size) END, keys, scoped, wanted),
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

-- The application runs the search, the worker also the count of words; everything else is the functions' own.
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY[
        'search_learn(text[])', 'search_statement(text, boolean)', 'search_follow()', 'search_rebuild()', 'search_recount()', 'search_alternatives(text[], text[])', 'search_whole_names(text, text[], integer[], text[], integer[])',
        'search_sets(text[], integer[], text[], integer[], integer[], boolean)', 'search_extra(text, integer)',
        'search_rank(text, text, integer, integer[], text[], integer[], integer)',
        'search_customers(text, text[], text[], bytea[], text, text, text, boolean, text, integer)'
    ] LOOP
        EXECUTE format('ALTER FUNCTION crm.%s OWNER TO simpul_search', target);
        EXECUTE format('REVOKE ALL ON FUNCTION crm.%s FROM PUBLIC, simpul_app, simpul_worker', target);
    END LOOP;
    GRANT EXECUTE ON FUNCTION crm.search_customers(text, text[], text[], bytea[], text, text, text, boolean, text, integer) TO simpul_app, simpul_worker;
    GRANT EXECUTE ON FUNCTION crm.search_recount() TO simpul_worker;
    GRANT EXECUTE ON FUNCTION crm.search_learn(text[]) TO simpul_app, simpul_worker;
    REVOKE ALL ON FUNCTION crm.search_merge() FROM PUBLIC, simpul_app, simpul_worker;
    GRANT EXECUTE ON FUNCTION crm.search_merge() TO simpul_search;
END
$$;

SELECT crm.search_rebuild();
