-- How a changed value may be kept: as `masks.change` shows it, a birth date as the age on the day of the change.
CREATE FUNCTION crm.masked_change(field text, value text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN coalesce(value, '') = '' THEN NULL ELSE CASE field
        WHEN 'full_name' THEN (SELECT string_agg(left(word, 1) || '***', ' ' ORDER BY place) FROM regexp_split_to_table(btrim(value), '\s+') WITH ORDINALITY w (word, place))
        WHEN 'phone_e164' THEN left(value, greatest(1, least(6, length(value) - 7))) || '****' || right(value, 3)
        WHEN 'email' THEN CASE WHEN strpos(value, '@') > 1 THEN left(value, 1) || '***@' || regexp_replace(value, '^.*@', '') ELSE '***' END
        WHEN 'birth_date' THEN extract(year FROM age((statement_timestamp() AT TIME ZONE 'Asia/Jakarta')::date, value::date))::text
        WHEN 'nik' THEN left(value, 4) || '********' || substr(value, 5)
        WHEN 'cif' THEN 'CIF****' || right(value, least(3, length(value) / 2))
        WHEN 'member_no' THEN '****' || right(value, least(3, length(value) / 2))
        WHEN 'meter_no' THEN '****' || right(value, least(3, length(value) / 2))
        ELSE value END END
$$;
REVOKE ALL ON FUNCTION crm.masked_change(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.masked_change(text, text) TO simpul_app, simpul_worker;

ALTER TABLE crm.customer_import_changes ADD CONSTRAINT import_changes_run_known FOREIGN KEY (run_id) REFERENCES crm.import_runs (run_id);

-- A change shows as far as its customer; imports write it, and the nightly job takes away what is old. Nobody changes it.
CALL iam.protect('crm.customer_import_changes');
CREATE POLICY import_changes_read ON crm.customer_import_changes FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = customer_import_changes.customer_id));
CREATE POLICY import_changes_insert ON crm.customer_import_changes FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach('import', 'M')) = 4);
CREATE POLICY import_changes_update ON crm.customer_import_changes FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY import_changes_delete ON crm.customer_import_changes FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
