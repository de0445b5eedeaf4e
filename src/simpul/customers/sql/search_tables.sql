-- The search index of customers: a vocabulary with the ways a word may be misspelt, and one row per customer.
-- Only simpul_search reads and writes these tables, inside reviewed functions and the trigger below.

CREATE TABLE crm.search_tokens (
    token text COLLATE "C" PRIMARY KEY,
    sound text COLLATE "C" NOT NULL,
    df    integer NOT NULL DEFAULT 0 -- customers with this word when last counted; orders partial words, nothing else
);
CREATE INDEX search_tokens_sound_idx ON crm.search_tokens (sound, token);
CREATE INDEX search_tokens_start_idx ON crm.search_tokens (left(token, 2), df DESC, token);

-- Each word with one letter unknown; of its sound with `~` before it.
CREATE TABLE crm.search_token_keys (
    key   text COLLATE "C" NOT NULL,
    token text COLLATE "C" NOT NULL,
    PRIMARY KEY (key, token)
);

-- `toks` holds the hash of every word and of every rare property (`#vip`, `#PRIORITY`, `#CLOSED`); `branch_toks` the
-- same with the branch's number in the upper half, so that one index serves a scope of few branches.
CREATE TABLE crm.customer_search (
    customer_id  uuid PRIMARY KEY,
    sort_name    text COLLATE "C" NOT NULL,
    branch_code  text,
    toks         integer[] NOT NULL,
    branch_toks  bigint[] NOT NULL,
    segment_code text,
    status       text NOT NULL,
    is_vip       boolean NOT NULL
);
CREATE INDEX customer_search_name_idx ON crm.customer_search (sort_name, branch_code, customer_id);
CREATE INDEX customer_search_toks_idx ON crm.customer_search USING gin (toks);
CREATE INDEX customer_search_branch_toks_idx ON crm.customer_search USING gin (branch_toks);
CREATE INDEX customers_phone_idx ON crm.customers (phone_e164) WHERE phone_e164 IS NOT NULL;

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['search_tokens', 'search_token_keys', 'customer_search'] LOOP
        EXECUTE format('ALTER TABLE crm.%I ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR ALL TO simpul_search USING (true) WITH CHECK (true)', target || '_search', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR ALL TO simpul_app, simpul_worker USING (false) WITH CHECK (false)', target || '_closed', target);
        EXECUTE format('REVOKE ALL ON crm.%I FROM simpul_app, simpul_worker', target);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON crm.%I TO simpul_search', target);
    END LOOP;
END
$$;

-- A word within one branch.
CREATE FUNCTION crm.search_branch_tok(branch_no integer, tok integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (branch_no::bigint << 32) | (tok::bigint & 4294967295) $$;

-- Take postponed entries into the two indexes. Every probe of a search reads what is postponed from end to end, and one
-- search makes a hundred probes: 20,000 entries make it twenty times slower. Only the tables' owner may do this.
CREATE FUNCTION crm.search_merge() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT gin_clean_pending_list('crm.customer_search_toks_idx');
    SELECT gin_clean_pending_list('crm.customer_search_branch_toks_idx');
$$;

-- Take the words of these plain names into the vocabulary. A word that is new has no keys yet, and its keys differ by the
-- place of the unknown letter: they go in without a look at what is there, in the order of their index.
CREATE FUNCTION crm.search_learn(names text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    WITH seen AS (
        SELECT word, count(*)::integer AS df FROM (SELECT unnest(string_to_array(name, ' ')) AS word FROM unnest(names) AS name) w GROUP BY word
    ),
    unknown AS (
        SELECT word, df FROM seen WHERE NOT EXISTS (SELECT FROM crm.search_tokens t WHERE t.token = word) OFFSET 0
    ),
    new_words AS (
        INSERT INTO crm.search_tokens (token, sound, df)
        SELECT word, crm.name_sound(word), df FROM unknown
         WHERE length(word) BETWEEN 1 AND 40 AND word !~ '[^a-z0-9]' -- only plain words: the keys below count on it
         ORDER BY word -- two writers that bring the same new words wait for each other instead of blocking for good
            ON CONFLICT DO NOTHING
        RETURNING token, sound
    )
    INSERT INTO crm.search_token_keys (key, token)
    SELECT key, token
      FROM (SELECT overlay(token PLACING '?' FROM i FOR 1) COLLATE "C" AS key, token FROM new_words, generate_series(1, length(token)) AS i
             UNION ALL
            SELECT '~' || overlay(sound PLACING '?' FROM i FOR 1), token FROM new_words, generate_series(1, length(sound)) AS i WHERE length(sound) >= 4) k
     ORDER BY key, token
$$;

-- The statement that puts these customers into the index and returns their plain names; `source` is a table or a query.
-- Customers who are new need no look at whether they are there, which is a fifth of the work.
CREATE FUNCTION crm.search_statement(source text, are_new boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT format($statement$
        WITH put AS (
            INSERT INTO crm.customer_search AS s
                  (customer_id, sort_name, branch_code, toks, branch_toks, segment_code, status, is_vip)
            SELECT w.customer_id, w.sort_name, w.home_branch_code, w.toks,
                   ARRAY(SELECT crm.search_branch_tok(b.branch_no, tok) FROM (SELECT unnest(w.toks) AS tok) t),
                   w.segment_code, w.status, w.is_vip
              FROM (SELECT c.*, ARRAY(SELECT hashtext(word) FROM (SELECT unnest(string_to_array(concat_ws(' ', c.sort_name,
                                  CASE WHEN c.is_vip THEN '#vip' END,
                                  CASE WHEN c.segment_code <> 'MASS' THEN '#' || c.segment_code END,
                                  CASE WHEN c.status <> 'ACTIVE' THEN '#' || c.status END), ' ')) AS word) t) AS toks
                      FROM %s c
                    OFFSET 0) w
              JOIN iam.branches b ON b.branch_code = w.home_branch_code %s
            RETURNING s.sort_name
        )
        SELECT array_agg(sort_name) FROM put
    $statement$, source, CASE WHEN NOT are_new THEN '
                ON CONFLICT (customer_id) DO UPDATE
               SET sort_name = excluded.sort_name, branch_code = excluded.branch_code, toks = excluded.toks, branch_toks = excluded.branch_toks,
                   segment_code = excluded.segment_code, status = excluded.status, is_vip = excluded.is_vip' END)
$$;

-- Bring the index up to date with the statement that wrote customers, in its transaction. The rows come from that statement:
-- reading 20,000 of them back from the table takes longer than making their entries.
CREATE FUNCTION crm.search_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    written text[];
BEGIN
    PERFORM set_config('gin_pending_list_limit', '16MB', true); -- merged below, in one go
    PERFORM pg_advisory_xact_lock_shared(hashtext('crm.search_tokens')); -- against forgetting, see search_recount
    EXECUTE crm.search_statement(CASE TG_OP WHEN 'INSERT' THEN 'changed' ELSE '(
        SELECT n.* FROM changed n JOIN former o ON o.customer_id = n.customer_id
         WHERE (n.sort_name, n.home_branch_code, n.segment_code, n.status, n.is_vip)
               IS DISTINCT FROM (o.sort_name, o.home_branch_code, o.segment_code, o.status, o.is_vip))' END, TG_OP = 'INSERT') INTO written;
    IF written IS NOT NULL THEN
        PERFORM crm.search_learn(written);
        PERFORM crm.search_merge();
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER customers_search_insert AFTER INSERT ON crm.customers
   REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.search_follow();
CREATE TRIGGER customers_search_update AFTER UPDATE ON crm.customers
   REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.search_follow();

-- Index every customer anew: after a restore onto a machine whose hashes differ.
CREATE FUNCTION crm.search_rebuild() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    batch uuid[];
    written text[];
BEGIN
    PERFORM set_config('gin_pending_list_limit', '16MB', true);
    PERFORM pg_advisory_xact_lock_shared(hashtext('crm.search_tokens'));
    FOR batch IN
        SELECT array_agg(customer_id)
          FROM (SELECT c.customer_id, row_number() OVER (ORDER BY c.customer_id) / 50000 AS chunk FROM crm.customers c) numbered
         GROUP BY chunk
    LOOP
        EXECUTE crm.search_statement('(SELECT * FROM crm.customers WHERE customer_id = ANY ($1))', false) INTO written USING batch;
        PERFORM crm.search_learn(written);
        PERFORM crm.search_merge();
    END LOOP;
END
$$;

-- Count the words again and forget those that no customer has any more. Worth running after an import and nightly.
CREATE FUNCTION crm.search_recount() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    WITH counted AS (
        SELECT word AS token, count(*)::integer AS df
          FROM (SELECT unnest(string_to_array(sort_name, ' ')) AS word FROM crm.customer_search) w GROUP BY word
    )
    UPDATE crm.search_tokens t SET df = c.df FROM counted c WHERE c.token = t.token AND c.df <> t.df;

    -- A writer might just be giving a forgotten word to a new customer: then forgetting waits for the next time.
    IF pg_try_advisory_xact_lock(hashtext('crm.search_tokens')) THEN
        WITH gone AS (
            DELETE FROM crm.search_tokens t
             WHERE NOT EXISTS (SELECT FROM (SELECT unnest(string_to_array(s.sort_name, ' ')) AS word FROM crm.customer_search s) w
                                WHERE w.word = t.token)
            RETURNING t.token
        )
        DELETE FROM crm.search_token_keys k USING gone g WHERE k.token = g.token;
    END IF;
END
$$;
