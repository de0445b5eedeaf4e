-- The words that the customers of each branch have: what search may know about words within a reach of branches, so
-- that a word that only others have neither takes a place nor changes an order.
CREATE TABLE crm.search_branch_tokens (
    branch_no integer NOT NULL,
    token     text COLLATE "C" NOT NULL,
    df        integer NOT NULL DEFAULT 0, -- customers of the branch with this word when last counted
    CONSTRAINT search_branch_tokens_pkey PRIMARY KEY (branch_no, token)
);
CREATE INDEX search_branch_tokens_token_idx ON crm.search_branch_tokens (token, branch_no);
ALTER TABLE crm.search_branch_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.search_branch_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY search_branch_tokens_search ON crm.search_branch_tokens FOR ALL TO simpul_search USING (true) WITH CHECK (true);
CREATE POLICY search_branch_tokens_closed ON crm.search_branch_tokens FOR ALL TO simpul_app, simpul_worker USING (false) WITH CHECK (false);
REVOKE ALL ON crm.search_branch_tokens FROM simpul_app, simpul_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.search_branch_tokens TO simpul_search;

-- Words that share some letters with a misspelt one; only new words cost it something.
CREATE INDEX search_tokens_alike_idx ON crm.search_tokens USING gin (token public.gin_trgm_ops) WITH (fastupdate = off);
-- The last digits of a phone, as people know them by heart.
CREATE INDEX customers_phone_end_idx ON crm.customers (right(phone_e164, 4)) WHERE phone_e164 IS NOT NULL;

-- Keep the words of branches up to date with the statement that wrote customers. A word that nobody of the branch has
-- any more is forgotten when words are counted.
CREATE FUNCTION crm.search_places_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('crm.search_tokens')); -- against forgetting, see search_places_recount
    EXECUTE format($statement$
        INSERT INTO crm.search_branch_tokens (branch_no, token, df)
        SELECT w.branch_no, w.word, w.df
          FROM (SELECT b.branch_no, word COLLATE "C" AS word, count(*)::integer AS df
                  FROM %s c JOIN iam.branches b ON b.branch_code = c.home_branch_code
                 CROSS JOIN LATERAL string_to_table(c.sort_name, ' ') AS word
                 GROUP BY 1, 2) w
         WHERE NOT EXISTS (SELECT FROM crm.search_branch_tokens t WHERE t.branch_no = w.branch_no AND t.token = w.word)
         ORDER BY w.branch_no, w.word -- two writers that bring the same words wait for each other instead of blocking for good
            ON CONFLICT DO NOTHING
    $statement$, CASE TG_OP WHEN 'INSERT' THEN 'changed' ELSE '(
        SELECT n.* FROM changed n JOIN former o ON o.customer_id = n.customer_id
         WHERE (n.sort_name, n.home_branch_code) IS DISTINCT FROM (o.sort_name, o.home_branch_code))' END);
    RETURN NULL;
END
$$;
CREATE TRIGGER customers_search_places_insert AFTER INSERT ON crm.customers
   REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.search_places_follow();
CREATE TRIGGER customers_search_places_update AFTER UPDATE ON crm.customers
   REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.search_places_follow();

-- Count the words of each branch again and forget those that no customer of it has any more.
CREATE FUNCTION crm.search_places_recount() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp SET work_mem = '64MB' AS $$
BEGIN
    -- A writer might just be giving a word to a new customer: then counting waits for the next time.
    IF pg_try_advisory_xact_lock(hashtext('crm.search_tokens')) THEN
        MERGE INTO crm.search_branch_tokens t
        USING (SELECT b.branch_no, word COLLATE "C" AS word, count(*)::integer AS df
                 FROM crm.customer_search s JOIN iam.branches b ON b.branch_code = s.branch_code
                CROSS JOIN LATERAL string_to_table(s.sort_name, ' ') AS word
                GROUP BY 1, 2) w
           ON t.branch_no = w.branch_no AND t.token = w.word
         WHEN MATCHED AND t.df <> w.df THEN UPDATE SET df = w.df
         WHEN NOT MATCHED THEN INSERT (branch_no, token, df) VALUES (w.branch_no, w.word, w.df)
         WHEN NOT MATCHED BY SOURCE THEN DELETE;
    END IF;
END
$$;

-- Hear every known word anew and renew the keys of its sound: after the rules of sounds have changed.
CREATE FUNCTION crm.search_resound() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    DELETE FROM crm.search_token_keys k USING crm.search_tokens t WHERE k.key >= '~' AND t.token = k.token AND t.sound <> crm.name_sound(t.token);
    INSERT INTO crm.search_token_keys (key, token)
    SELECT '~' || overlay(h.sound PLACING '?' FROM i FOR 1), h.token
      FROM (SELECT t.token, t.sound AS former, crm.name_sound(t.token) AS sound FROM crm.search_tokens t OFFSET 0) h, generate_series(1, length(h.sound)) AS i
     WHERE h.sound <> h.former AND length(h.sound) >= 4
        ON CONFLICT DO NOTHING;
    UPDATE crm.search_tokens t SET sound = crm.name_sound(t.token) WHERE t.sound <> crm.name_sound(t.token);
END
$$;

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['search_places_follow()', 'search_places_recount()', 'search_resound()'] LOOP
        EXECUTE format('ALTER FUNCTION crm.%s OWNER TO simpul_search', target);
        EXECUTE format('REVOKE ALL ON FUNCTION crm.%s FROM PUBLIC, simpul_app, simpul_worker', target);
    END LOOP;
    GRANT EXECUTE ON FUNCTION crm.search_places_recount() TO simpul_worker;
END
$$;
SELECT crm.search_places_recount();
