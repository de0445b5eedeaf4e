-- What one row, or a row and its neighbour, can prove. Lengths stand beside the patterns, not in them: a bound such as {6,14}
-- costs the pattern a state for each count, which an import would pay for every row.
ALTER TABLE crm.customers
    ADD CONSTRAINT customers_branch_known FOREIGN KEY (home_branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT customers_rm_known FOREIGN KEY (rm_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT customers_name_written CHECK (full_name = btrim(full_name) AND length(full_name) BETWEEN 1 AND 200 AND full_name !~ '[[:cntrl:]]'),
    ADD CONSTRAINT customers_born_before CHECK (birth_date BETWEEN '1870-01-01' AND (updated_at AT TIME ZONE 'Asia/Jakarta')::date),
    ADD CONSTRAINT customers_phone_shape CHECK (phone_e164 ~ '^\+[1-9][0-9]+$' AND length(phone_e164) BETWEEN 8 AND 16),
    ADD CONSTRAINT customers_email_shape CHECK (email::text ~ '^[^@[:space:]]+@[^@[:space:].]+(\.[^@[:space:].]+)+$' AND strpos(email::text, '@') <= 65 AND length(email::text) <= 254),
    ADD CONSTRAINT customers_tags_few CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL);

ALTER TABLE crm.customer_identifiers
    ADD CONSTRAINT customer_identifiers_hash_size CHECK (octet_length(id_hash) = 32),
    -- No clear NIK or account number can be stored: ciphertext names its key, the hint keeps eight or four digits.
    ADD CONSTRAINT customer_identifiers_sealed CHECK (id_type NOT IN ('NIK', 'ACCOUNT_NO') OR (id_value ~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_=-]+$' AND length(id_value) - strpos(id_value, '.') >= 40)),
    ADD CONSTRAINT customer_identifiers_nik_hint CHECK (id_type <> 'NIK' OR (id_hint ~ '^[0-9]+$' AND length(id_hint) = 8)),
    ADD CONSTRAINT customer_identifiers_account_hint CHECK (id_type <> 'ACCOUNT_NO' OR (id_hint ~ '^[0-9A-Z]+$' AND length(id_hint) <= 4)),
    ADD CONSTRAINT customer_identifiers_value_shape CHECK (id_type IN ('NIK', 'ACCOUNT_NO') OR (id_value ~ '^[0-9A-Z]+$' AND length(id_value) BETWEEN 3 AND 34 AND id_hint = id_value));

ALTER TABLE crm.customer_addresses
    ADD CONSTRAINT customer_addresses_in_indonesia CHECK (latitude BETWEEN -11.5 AND 6.5 AND longitude BETWEEN 94.5 AND 141.5),
    ADD CONSTRAINT customer_addresses_coordinates_whole CHECK (num_nulls(latitude, longitude, coordinate_source) IN (0, 3)),
    ADD CONSTRAINT customer_addresses_accuracy CHECK (coordinate_accuracy_m IS NULL OR (coordinate_accuracy_m >= 0 AND latitude IS NOT NULL)),
    ADD CONSTRAINT customer_addresses_postcode CHECK (postcode = '' OR (postcode ~ '^[0-9]+$' AND length(postcode) = 5));

ALTER TABLE crm.customer_assignments ADD CONSTRAINT customer_assignments_rm_known FOREIGN KEY (rm_user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.customer_facts ADD CONSTRAINT customer_facts_contact_known FOREIGN KEY (last_contact_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.customer_change_requests
    ADD CONSTRAINT change_requests_asked_by_known FOREIGN KEY (requested_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT change_requests_decided_by_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT change_requests_ask_something CHECK (jsonb_typeof(changes) = 'object' AND changes <> '{}'),
    ADD CONSTRAINT change_requests_notes CHECK (length(note) <= 500 AND length(decision_note) <= 500);
ALTER TABLE crm.customer_products ADD CONSTRAINT customer_products_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id);
ALTER TABLE crm.recent_customers
    ADD CONSTRAINT recent_customers_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT recent_customers_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id);

-- A customer is never deleted by hand, by whatever role.
CREATE FUNCTION crm.refuse_customer_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A customer is never deleted; close it instead.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_delete BEFORE DELETE ON crm.customers FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_customer_removal();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.customers FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_customer_removal();

-- iam.customer_reach says where each customer belongs; it follows the customers' table, one statement at a time.
CREATE FUNCTION crm.reach_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO iam.customer_reach (customer_id, branch_code, rm_user_id)
        SELECT customer_id, home_branch_code, rm_user_id FROM changed;
    ELSE
        UPDATE iam.customer_reach r SET branch_code = n.home_branch_code, rm_user_id = n.rm_user_id
          FROM changed n JOIN former o ON o.customer_id = n.customer_id
         WHERE r.customer_id = n.customer_id
           AND (n.home_branch_code, n.rm_user_id) IS DISTINCT FROM (o.home_branch_code, o.rm_user_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER customers_reach_insert AFTER INSERT ON crm.customers
   REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.reach_follow();
CREATE TRIGGER customers_reach_update AFTER UPDATE ON crm.customers
   REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.reach_follow();

-- The customer's id never changes: everything else points to it.
CREATE FUNCTION crm.refuse_customer_renumbering() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A customer keeps its id.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_renumbering BEFORE UPDATE OF customer_id ON crm.customers FOR EACH ROW
    WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm.refuse_customer_renumbering();

-- customers.rm_user_id is the RM of the active assignment. A bulk writer may fill it at once: then nothing is left to do here.
CREATE FUNCTION crm.assignment_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    UPDATE crm.customers c SET rm_user_id = a.rm_user_id
      FROM (SELECT DISTINCT customer_id FROM changed) n
      LEFT JOIN crm.customer_assignments a ON a.customer_id = n.customer_id AND a.active
     WHERE c.customer_id = n.customer_id AND c.rm_user_id IS DISTINCT FROM a.rm_user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER assignments_follow_insert AFTER INSERT ON crm.customer_assignments
   REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.assignment_follow();
CREATE TRIGGER assignments_follow_update AFTER UPDATE ON crm.customer_assignments
   REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.assignment_follow();
CREATE TRIGGER assignments_follow_delete AFTER DELETE ON crm.customer_assignments
   REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.assignment_follow();

-- The other ends of a customer's relationships that lie outside the caller's reach: initials, never an id.
CREATE FUNCTION crm.hidden_relatives(wanted uuid) RETURNS TABLE (relationship_id uuid, initials text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    branches  text[] := iam.branches_for('customer', 'R');
    portfolio uuid := iam.portfolio_for('customer', 'R');
    opened    uuid[] := iam.elevated_customers();
BEGIN
    IF NOT EXISTS (SELECT FROM iam.customer_reach r WHERE r.customer_id = wanted
                      AND (r.branch_code = ANY (branches) OR r.rm_user_id = portfolio OR r.customer_id = ANY (opened))) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT t.relationship_id, (SELECT string_agg(left(word, 1) || '***', ' ' ORDER BY place)
                                     FROM regexp_split_to_table(o.full_name, '\s+') WITH ORDINALITY AS w (word, place))
          FROM crm.customer_relationships t
          JOIN crm.customers o ON o.customer_id = CASE WHEN t.customer_id = wanted THEN t.related_customer_id ELSE t.customer_id END
         WHERE (t.customer_id = wanted OR t.related_customer_id = wanted)
           AND NOT coalesce(o.home_branch_code = ANY (branches) OR o.rm_user_id = portfolio OR o.customer_id = ANY (opened), false);
END $$;

ALTER FUNCTION crm.reach_follow() OWNER TO simpul_search;
ALTER FUNCTION crm.assignment_follow() OWNER TO simpul_search;
ALTER FUNCTION crm.hidden_relatives(uuid) OWNER TO simpul_search;
GRANT EXECUTE ON FUNCTION crm.hidden_relatives(uuid) TO simpul_app, simpul_worker;
GRANT SELECT, UPDATE ON crm.customers TO simpul_search;
GRANT SELECT ON crm.customer_assignments, crm.customer_relationships, crm.customer_identifiers, crm.customer_facts TO simpul_search;
