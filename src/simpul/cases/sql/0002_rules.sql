-- What one row, or a row and its neighbour, can prove.
ALTER TABLE crm.case_categories
    ADD CONSTRAINT case_categories_code_shape CHECK (category_code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT case_categories_named CHECK (length(btrim(category_name)) BETWEEN 2 AND 80 AND length(btrim(name_en)) BETWEEN 2 AND 80),
    ADD CONSTRAINT case_categories_unit_known FOREIGN KEY (unit_code) REFERENCES iam.units (unit_code),
    ADD CONSTRAINT case_categories_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.case_resolutions
    ADD CONSTRAINT case_resolutions_code_shape CHECK (resolution_code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    ADD CONSTRAINT case_resolutions_named CHECK (length(btrim(resolution_name)) BETWEEN 2 AND 80 AND length(btrim(name_en)) BETWEEN 2 AND 80),
    ADD CONSTRAINT case_resolutions_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.case_legal_rules
    ADD CONSTRAINT case_legal_rules_key_shape CHECK (key ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
    ADD CONSTRAINT case_legal_rules_title_whole CHECK (length(title ->> 'id') BETWEEN 1 AND 80 AND length(title ->> 'en') BETWEEN 1 AND 80),
    ADD CONSTRAINT case_legal_rules_source CHECK (length(source) <= 200 AND length(note) <= 500),
    ADD CONSTRAINT case_legal_rules_calendar_known FOREIGN KEY (calendar) REFERENCES crm.calendars (key),
    ADD CONSTRAINT case_legal_rules_publisher_known FOREIGN KEY (published_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.sla_policies
    ADD CONSTRAINT sla_policies_key_shape CHECK (key ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
    ADD CONSTRAINT sla_policies_title_whole CHECK (length(title ->> 'id') BETWEEN 1 AND 80 AND length(title ->> 'en') BETWEEN 1 AND 80),
    ADD CONSTRAINT sla_policies_draft_object CHECK (jsonb_typeof(draft) = 'object'),
    ADD CONSTRAINT sla_policies_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.sla_policy_versions
    ADD CONSTRAINT sla_policy_versions_content_object CHECK (jsonb_typeof(content) = 'object' AND jsonb_typeof(content -> 'rules') = 'array'),
    ADD CONSTRAINT sla_policy_versions_note CHECK (length(note) <= 500),
    ADD CONSTRAINT sla_policy_versions_publisher_known FOREIGN KEY (published_by) REFERENCES iam.users (user_id);

-- Two levels of categories, the lower one as sensitive as the upper; a code is for good.
CREATE FUNCTION crm.judge_case_category() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
DECLARE
    above crm.case_categories;
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.category_code, NEW.pack) IS DISTINCT FROM (OLD.category_code, OLD.pack) THEN
        RAISE EXCEPTION 'The code of a category never changes.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.parent_code IS NOT NULL THEN
        SELECT * INTO above FROM crm.case_categories c WHERE c.category_code = NEW.parent_code FOR SHARE;
        IF above.parent_code IS NOT NULL OR EXISTS (SELECT FROM crm.case_categories c WHERE c.parent_code = NEW.category_code) THEN
            RAISE EXCEPTION 'A sub-category has no sub-categories.' USING ERRCODE = 'check_violation';
        END IF;
        IF above.is_sensitive AND NOT NEW.is_sensitive THEN
            RAISE EXCEPTION 'What belongs to a sensitive category is sensitive.' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_category BEFORE INSERT OR UPDATE ON crm.case_categories FOR EACH ROW EXECUTE FUNCTION crm.judge_case_category();

-- A category that becomes sensitive takes its sub-categories with it.
CREATE FUNCTION crm.spread_case_sensitivity() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    UPDATE crm.case_categories SET is_sensitive = true, version = version + 1, updated_at = NEW.updated_at, updated_by = NEW.updated_by
     WHERE parent_code = NEW.category_code AND NOT is_sensitive;
    RETURN NULL;
END $$;
CREATE TRIGGER spread_sensitivity AFTER UPDATE OF is_sensitive ON crm.case_categories FOR EACH ROW
    WHEN (NEW.is_sensitive AND NOT OLD.is_sensitive) EXECUTE FUNCTION crm.spread_case_sensitivity();

-- Cases were promised what was published: it never changes, by whatever role and path.
CREATE FUNCTION crm.refuse_published_promise_change() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'What was published as a time limit never changes.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.case_legal_rules FOR EACH ROW EXECUTE FUNCTION crm.refuse_published_promise_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.case_legal_rules FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_published_promise_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.sla_policy_versions FOR EACH ROW EXECUTE FUNCTION crm.refuse_published_promise_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.sla_policy_versions FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_published_promise_change();

-- Whoever opens or explains a case counts with these; whoever manages the configuration changes them.
DO $$
DECLARE
    target text;
    managed text := '(SELECT iam.reach(''configuration'', ''M'')) = 4';
    publishes text := ' AND published_by = (SELECT iam.uid())';
BEGIN
    FOREACH target IN ARRAY ARRAY['case_categories', 'case_resolutions', 'case_legal_rules', 'sla_policies', 'sla_policy_versions'] LOOP
        CALL iam.protect(('crm.' || target)::regclass);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', target || '_insert', target,
                       managed || CASE WHEN target IN ('case_legal_rules', 'sla_policy_versions') THEN publishes ELSE '' END);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (%s)', target || '_update', target,
                       CASE WHEN target IN ('case_legal_rules', 'sla_policy_versions') THEN 'false' ELSE managed END);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
