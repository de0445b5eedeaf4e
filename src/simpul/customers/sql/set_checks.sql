-- Foreign keys that imports fill by the thousand are checked once a statement instead of once a row. The constraint stays
-- declared; the triggers below enforce it on every way of writing. A look is enough, without a lock on what it found: a customer and
-- a branch are never deleted and keep their keys (refuse_delete, refuse_truncate and refuse_renumbering on both tables), so
-- what was seen once is there for good.
ALTER TABLE crm.customer_identifiers
    ADD CONSTRAINT customer_identifiers_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id) NOT ENFORCED;
ALTER TABLE crm.customer_addresses
    ADD CONSTRAINT customer_addresses_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id) NOT ENFORCED;
ALTER TABLE crm.customers
    DROP CONSTRAINT customers_branch_known,
    ADD CONSTRAINT customers_branch_known FOREIGN KEY (home_branch_code) REFERENCES iam.branches (branch_code) NOT ENFORCED;

CREATE FUNCTION crm.refuse_unknown_key(on_table text, held_by text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'insert or update on table "%" violates foreign key constraint "%"', on_table, held_by
        USING ERRCODE = 'foreign_key_violation', SCHEMA = 'crm', TABLE = on_table, CONSTRAINT = held_by;
END $$;

-- Each of a statement's customers is looked up by its key, whatever the planner thinks of a table that is just filling.
CREATE FUNCTION crm.refuse_unknown_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF TG_LEVEL = 'ROW' THEN
        PERFORM FROM crm.customers c WHERE c.customer_id = NEW.customer_id;
        IF NOT FOUND THEN
            PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, TG_TABLE_NAME || '_customer_known');
        END IF;
    ELSE
        PERFORM FROM (SELECT DISTINCT customer_id FROM changed OFFSET 0) n
          WHERE (SELECT true FROM crm.customers c WHERE c.customer_id = n.customer_id) IS NULL LIMIT 1;
        IF FOUND THEN
            PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, TG_TABLE_NAME || '_customer_known');
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER customer_known_insert AFTER INSERT ON crm.customer_identifiers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_customer();
CREATE TRIGGER customer_known_update AFTER UPDATE ON crm.customer_identifiers FOR EACH ROW
    WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm.refuse_unknown_customer();
CREATE TRIGGER customer_known_insert AFTER INSERT ON crm.customer_addresses
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_customer();
CREATE TRIGGER customer_known_update AFTER UPDATE ON crm.customer_addresses FOR EACH ROW
    WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm.refuse_unknown_customer();

CREATE FUNCTION crm.refuse_unknown_branch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF TG_LEVEL = 'ROW' THEN
        PERFORM FROM iam.branches b WHERE b.branch_code = NEW.home_branch_code;
        IF NOT FOUND THEN
            PERFORM crm.refuse_unknown_key('customers', 'customers_branch_known');
        END IF;
    ELSE
        PERFORM FROM (SELECT DISTINCT home_branch_code FROM changed OFFSET 0) n
          WHERE (SELECT true FROM iam.branches b WHERE b.branch_code = n.home_branch_code) IS NULL LIMIT 1;
        IF FOUND THEN
            PERFORM crm.refuse_unknown_key('customers', 'customers_branch_known');
        END IF;
    END IF;
    RETURN NULL;
END $$;
-- In front of those that follow the customer elsewhere: triggers fire in the order of their names.
CREATE TRIGGER customers_branch_known_insert AFTER INSERT ON crm.customers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_branch();
CREATE TRIGGER customers_branch_known_update AFTER UPDATE ON crm.customers FOR EACH ROW
    WHEN (OLD.home_branch_code <> NEW.home_branch_code) EXECUTE FUNCTION crm.refuse_unknown_branch();

ALTER FUNCTION crm.refuse_unknown_customer() OWNER TO simpul_search;
ALTER FUNCTION crm.refuse_unknown_branch() OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.refuse_unknown_key(text, text), crm.refuse_unknown_customer(), crm.refuse_unknown_branch() FROM PUBLIC, simpul_app, simpul_worker;
GRANT EXECUTE ON FUNCTION crm.refuse_unknown_key(text, text) TO simpul_search;
