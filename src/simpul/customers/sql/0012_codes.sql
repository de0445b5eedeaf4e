-- The lists that the organisation keeps itself, and what each installation begins with. A code is for good: what is not wanted any more
-- goes out of use, so that whoever saw it once has seen it for all time.
ALTER TABLE crm.customer_codes
    ADD CONSTRAINT customer_codes_code_shape CHECK (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT customer_codes_named CHECK (length(btrim(name_id)) BETWEEN 2 AND 80 AND length(btrim(name_en)) BETWEEN 2 AND 80),
    ADD CONSTRAINT customer_codes_default_in_use CHECK (is_active OR (list_key, code) <> ('SEGMENT', 'MASS')),
    ADD CONSTRAINT customer_codes_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);

INSERT INTO crm.customer_codes (list_key, code, name_id, name_en, position, updated_by)
SELECT v.list_key, v.code, v.name_id, v.name_en, v.position, '00000000-0000-7000-8000-000000000001'
FROM (VALUES ('SEGMENT', 'MASS', 'Massal', 'Mass', 1), ('SEGMENT', 'PRIORITY', 'Prioritas', 'Priority', 2), ('SEGMENT', 'MSME', 'UMKM', 'MSME', 3),
             ('SEGMENT', 'CORPORATE', 'Korporasi', 'Corporate', 4),
             ('PRODUCT', 'SAVINGS', 'Tabungan', 'Savings', 1), ('PRODUCT', 'LOAN', 'Pinjaman', 'Loan', 2), ('PRODUCT', 'CARD', 'Kartu', 'Card', 3),
             ('PRODUCT', 'MOBILE_BANKING', 'Mobile banking', 'Mobile banking', 4), ('PRODUCT', 'WATER_CONNECTION', 'Sambungan air', 'Water connection', 5),
             ('RELATIONSHIP', 'FAMILY', 'Keluarga', 'Family', 1), ('RELATIONSHIP', 'EMPLOYER', 'Pemberi kerja', 'Employer', 2),
             ('RELATIONSHIP', 'GROUP', 'Grup usaha', 'Company group', 3), ('RELATIONSHIP', 'GUARANTOR', 'Penjamin', 'Guarantor', 4),
             ('RELATIONSHIP', 'JOINT_ACCOUNT', 'Rekening bersama', 'Joint account', 5)) v (list_key, code, name_id, name_en, position);

CREATE FUNCTION crm.keep_customer_code() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A code stays; take it out of use instead.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_delete BEFORE DELETE ON crm.customer_codes FOR EACH STATEMENT EXECUTE FUNCTION crm.keep_customer_code();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.customer_codes FOR EACH STATEMENT EXECUTE FUNCTION crm.keep_customer_code();
CREATE TRIGGER refuse_renaming BEFORE UPDATE OF list_key, code ON crm.customer_codes FOR EACH ROW
    WHEN ((OLD.list_key, OLD.code) IS DISTINCT FROM (NEW.list_key, NEW.code)) EXECUTE FUNCTION crm.keep_customer_code();

CALL iam.protect('crm.customer_codes');
CREATE POLICY customer_codes_read ON crm.customer_codes FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY customer_codes_insert ON crm.customer_codes FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY customer_codes_update ON crm.customer_codes FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('configuration', 'M')) = 4);
CREATE POLICY customer_codes_delete ON crm.customer_codes FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A code must be in its list: looked up once for each code of a statement, as imports write thousands of rows with the same few.
-- The arguments are the list, the column, and the name of the rule.
CREATE FUNCTION crm.refuse_unknown_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    unknown boolean;
BEGIN
    IF TG_LEVEL = 'ROW' THEN
        unknown := NOT EXISTS (SELECT FROM crm.customer_codes k WHERE k.list_key = TG_ARGV[0] AND k.code = to_jsonb(NEW) ->> TG_ARGV[1]);
    ELSE
        EXECUTE format('SELECT EXISTS (SELECT FROM (SELECT DISTINCT %I AS code FROM changed OFFSET 0) n '
                       'WHERE (SELECT true FROM crm.customer_codes k WHERE k.list_key = %L AND k.code = n.code) IS NULL)', TG_ARGV[1], TG_ARGV[0]) INTO unknown;
    END IF;
    IF unknown THEN
        PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, TG_ARGV[2]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER customers_code_known_insert AFTER INSERT ON crm.customers
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_code('SEGMENT', 'segment_code', 'customers_segment_known');
CREATE TRIGGER customers_code_known_update AFTER UPDATE ON crm.customers FOR EACH ROW
    WHEN (OLD.segment_code <> NEW.segment_code) EXECUTE FUNCTION crm.refuse_unknown_code('SEGMENT', 'segment_code', 'customers_segment_known');
CREATE TRIGGER code_known_insert AFTER INSERT ON crm.customer_products
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_code('PRODUCT', 'product', 'customer_products_known');
CREATE TRIGGER code_known_update AFTER UPDATE ON crm.customer_products FOR EACH ROW
    WHEN (OLD.product <> NEW.product) EXECUTE FUNCTION crm.refuse_unknown_code('PRODUCT', 'product', 'customer_products_known');
CREATE TRIGGER code_known_insert AFTER INSERT ON crm.customer_relationships
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_code('RELATIONSHIP', 'kind', 'customer_relationships_kind_known');
CREATE TRIGGER code_known_update AFTER UPDATE ON crm.customer_relationships FOR EACH ROW
    WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION crm.refuse_unknown_code('RELATIONSHIP', 'kind', 'customer_relationships_kind_known');
GRANT SELECT ON crm.customer_codes TO simpul_search;
ALTER FUNCTION crm.refuse_unknown_code() OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.refuse_unknown_code(), crm.keep_customer_code() FROM PUBLIC, simpul_app, simpul_worker;
