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
                            rare, words, word_nos, tokens, costs, turns, CASE size WHEN 1 THEN 12 ELSE least(120, 180 / (size - 1)) END, keys, scoped, wanted),
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
                ARRAY(SELECT f.customer_id FROM unnest(found) f), 20 - known,
                EXISTS (SELECT FROM unnest(found) f WHERE f.score >= 860));
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
        'search_near(integer[], text[], integer[], text[], integer[], boolean)',
        'search_wider(integer[], text, text, text, text, text[], integer[], text[], integer[], uuid[], integer, boolean)',
        'search_customers(text, text, text, text[], text[], bytea[], text, text, text, boolean, text, integer)'
    ] LOOP
        EXECUTE format('ALTER FUNCTION crm.%s OWNER TO simpul_search', target);
        EXECUTE format('REVOKE ALL ON FUNCTION crm.%s FROM PUBLIC, simpul_app, simpul_worker', target);
    END LOOP;
    GRANT EXECUTE ON FUNCTION crm.search_customers(text, text, text, text[], text[], bytea[], text, text, text, boolean, text, integer) TO simpul_app, simpul_worker;
END
$$;
