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
        -- Each form asks the index, in this direction only: where the tables were counted while they were empty, the planner would read all of them.
        SELECT g.word_no, t.token, g.cost FROM sounding g CROSS JOIN LATERAL (SELECT t.token FROM crm.search_tokens t WHERE t.sound = g.sound OFFSET 0) t
         UNION ALL
        SELECT l.word_no, t.token, l.cost FROM slips l CROSS JOIN LATERAL (SELECT t.token FROM crm.search_tokens t WHERE t.token = l.word OFFSET 0) t
         UNION ALL
        SELECT y.word_no, k.token, y.cost FROM keys y CROSS JOIN LATERAL (SELECT k.token FROM crm.search_token_keys k WHERE k.key = y.key OFFSET 0) k
    )
    SELECT m.word_no, m.token, m.cost,
           row_number() OVER (PARTITION BY m.word_no, m.cost ORDER BY coalesce(f.df, p.df, 0) DESC, m.token)::integer
      FROM (SELECT word_no, token, min(cost) AS cost FROM meant GROUP BY word_no, token) m
      LEFT JOIN crm.search_tokens f ON branch_nos IS NULL AND f.token = m.token
      LEFT JOIN LATERAL (SELECT p.df FROM crm.search_branch_tokens p -- how frequent it is in the first of them stands for all
                          WHERE branch_nos IS NOT NULL AND p.token = m.token AND p.branch_no + 0 = ANY (branch_nos) ORDER BY p.branch_no LIMIT 1) p ON true
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

-- Words like those asked for, nearest first, and the customers to look at for them as arrays of index keys: `singles` of
-- words with few customers, `ones` and `others` to be found together. A word may be joined with its neighbour, split, or
-- abbreviated to its initial. `branch_nos` as for crm.search_alternatives; only words of these branches count, and every
-- limit counts these only.
CREATE FUNCTION crm.search_near(
    branch_nos integer[], words text[], word_nos integer[], tokens text[], costs integer[], certain boolean,
    OUT like_no integer[], OUT like_token text[], OUT like_near real[], OUT common text[], OUT singles text[], OUT ones text[], OUT others text[])
LANGUAGE sql STABLE SET search_path = crm, pg_temp
-- Probes of indexes only; planned once a session.
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
    WITH asked AS MATERIALIZED ( -- each word, and each with its neighbour as one
        SELECT w.no::integer AS word_no, w.word COLLATE "C" AS word, NULL::text COLLATE "C" AS sound, w.no::integer AS first, w.no::integer AS last
          FROM unnest(words) WITH ORDINALITY AS w (word, no)
         UNION ALL
        SELECT cardinality(words) + n, words[n] || words[n + 1], crm.name_sound(words[n] || words[n + 1]), n, n + 1 FROM generate_series(1, cardinality(words) - 1) AS n WHERE cardinality(words) <= 5
    ),
    alike AS (
        SELECT word_no, token, max(near)::real AS near FROM (
            SELECT a.word_no, t.token, 0.9 * public.similarity(t.token, a.word) AS near
              FROM asked a CROSS JOIN LATERAL (SELECT t.token FROM crm.search_tokens t WHERE t.token OPERATOR(public.%) a.word) t
             WHERE length(a.word) >= 3 AND a.first = a.last AND NOT certain
             UNION ALL
            SELECT g.word_no, g.token, CASE g.cost WHEN 0 THEN 1 WHEN 1 THEN greatest(0.5, least(0.9, length(words[g.word_no])::real / length(g.token))) ELSE 0.8 END
              FROM unnest(word_nos, tokens, costs) AS g (word_no, token, cost)
             UNION ALL
            SELECT a.word_no, t.token, 0.95 FROM asked a JOIN crm.search_tokens t ON t.sound = a.sound WHERE a.first < a.last
             UNION ALL
            SELECT a.word_no, left(a.word, 1), 0.5 FROM asked a WHERE a.first = a.last AND length(a.word) > 1
        ) l (word_no, token, near) GROUP BY word_no, token
    ),
    nearest AS (
        SELECT * FROM (
            SELECT l.word_no, l.token, l.near, row_number() OVER (PARTITION BY l.word_no ORDER BY l.near DESC, coalesce(g.df, b.df) DESC, l.token) AS turn
              FROM alike l
              LEFT JOIN LATERAL (SELECT t.df FROM crm.search_tokens t WHERE branch_nos IS NULL AND t.token = l.token) g ON true
              LEFT JOIN LATERAL (SELECT p.df FROM crm.search_branch_tokens p
                                  WHERE branch_nos IS NOT NULL AND p.token = l.token AND p.branch_no + 0 = ANY (branch_nos) ORDER BY p.branch_no LIMIT 1) b ON true
             WHERE coalesce(g.df, b.df) IS NOT NULL) n WHERE n.turn <= 30
    ),
    near AS MATERIALIZED ( -- with how many customers they have, and the keys to these
        SELECT n.word_no, n.token, n.near, n.turn, coalesce(g.keys, b.keys) AS keys,
               sum(coalesce(g.df, b.df)) OVER (PARTITION BY n.word_no ORDER BY n.turn) AS customers
          FROM nearest n
          LEFT JOIN LATERAL (SELECT t.df, ARRAY[hashtext(t.token)::bigint] AS keys FROM crm.search_tokens t WHERE branch_nos IS NULL AND t.token = n.token) g ON true
          LEFT JOIN LATERAL (
               SELECT sum(p.df)::integer AS df, array_agg((p.branch_no::bigint << 32) | (hashtext(p.token)::bigint & 4294967295)) AS keys FROM (
                      SELECT p.* FROM unnest(branch_nos) AS reached (no) JOIN crm.search_branch_tokens p ON p.branch_no = reached.no AND p.token = n.token
                       WHERE cardinality(branch_nos) <= 8
                       UNION ALL -- of many branches the word's own entries are read once
                      SELECT p.* FROM crm.search_branch_tokens p WHERE cardinality(branch_nos) > 8 AND p.token = n.token AND p.branch_no + 0 = ANY (branch_nos)) p) b ON true
    ),
    many AS MATERIALIZED ( -- words whose customers are too many to take them all
        SELECT n.word_no, array_agg(hashtext(n.token))::text AS keys
          FROM near n WHERE n.turn <= 25 AND (n.turn = 1 OR n.customers <= CASE WHEN certain THEN 2500 ELSE 20000 END) GROUP BY n.word_no HAVING max(n.customers) > 200
    ),
    pieces AS MATERIALIZED ( -- each word as two
        SELECT p.word_no, p.at, p.side, p.word, CASE WHEN starts_with(p.word, 'abd') THEN crm.name_sound(p.word) END COLLATE "C" AS sound FROM (
            SELECT a.word_no, i AS at, side, CASE side WHEN 1 THEN left(a.word, i) ELSE substr(a.word, i + 1) END COLLATE "C" AS word
              FROM asked a, generate_series(1, length(a.word) - 1) AS i, generate_series(1, 2) AS side
             WHERE a.first = a.last AND (length(a.word) = 2 OR i BETWEEN 2 AND length(a.word) - 2) AND length(a.word) <= 24) p
    ),
    halves AS MATERIALIZED ( -- of those the known ones
        SELECT p.word_no, p.at, p.side, array_agg(hashtext(t.token))::text AS keys
          FROM pieces p
         CROSS JOIN LATERAL (
               SELECT t.token FROM crm.search_tokens t WHERE t.token = p.word
                UNION
               SELECT t.token FROM crm.search_tokens t WHERE t.sound = p.sound) t
         WHERE branch_nos IS NULL OR EXISTS (SELECT FROM crm.search_branch_tokens b WHERE b.token = t.token AND b.branch_no + 0 = ANY (branch_nos))
         GROUP BY 1, 2, 3
    ),
    pair AS (
        SELECT a.keys AS one, b.keys AS other
          FROM many a JOIN asked x ON x.word_no = a.word_no, many b JOIN asked y ON y.word_no = b.word_no WHERE x.last < y.first
         UNION ALL
        SELECT a.keys, b.keys FROM halves a JOIN halves b ON b.word_no = a.word_no AND b.at = a.at AND a.side = 1 AND b.side = 2
    )
    SELECT (SELECT array_agg(word_no ORDER BY word_no, turn) FROM near WHERE word_no <= cardinality(words)),
           (SELECT array_agg(token ORDER BY word_no, turn) FROM near WHERE word_no <= cardinality(words)),
           (SELECT array_agg(near ORDER BY word_no, turn) FROM near WHERE word_no <= cardinality(words)),
           (SELECT array_agg(token) FROM near WHERE turn = 1 AND near >= 0.9 AND word_no <= cardinality(words) AND customers > 3000),
           (SELECT array_agg(keys) FROM (
                SELECT array_agg(key)::text AS keys FROM near n, unnest(n.keys) AS key
                 WHERE n.customers <= 200
                    OR n.turn = 1 AND n.near >= 0.45 AND n.word_no <= cardinality(words)
                   AND (n.customers <= CASE WHEN certain THEN 1000 ELSE 3000 END OR NOT certain AND n.customers <= 60000
                        AND NOT EXISTS (SELECT FROM near o WHERE o.word_no <> n.word_no AND o.word_no <= cardinality(words) AND length(o.token) > 1))
                 GROUP BY n.word_no) s),
           (SELECT array_agg(one) FROM pair), (SELECT array_agg(other) FROM pair)
$$;
