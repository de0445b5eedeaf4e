ALTER TABLE crm.segments
    ADD CONSTRAINT segments_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT segments_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT segments_current_known FOREIGN KEY (segment_id, current_version) REFERENCES crm.segment_versions (segment_id, number) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT segments_texts_length CHECK (length(name) BETWEEN 3 AND 100 AND length(description) <= 1000);
ALTER TABLE crm.segment_versions
    ADD CONSTRAINT segment_versions_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT segment_versions_rule_shape CHECK (rule_json IS NULL OR jsonb_typeof(rule_json) = 'object');
ALTER TABLE crm.segment_members
    ADD CONSTRAINT segment_members_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT segment_members_adder_known FOREIGN KEY (added_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.segment_changes ADD CONSTRAINT segment_changes_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id);
ALTER TABLE crm.segment_refreshes ADD CONSTRAINT segment_refreshes_counts CHECK (members >= 0 AND entered >= 0 AND "left" >= 0);

-- What a segment was stays known: its versions and refreshes are added to, never changed.
CREATE FUNCTION crm.refuse_segment_rewriting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'What a segment was, and who entered and left it, stays as it was recorded.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.segment_versions FOR EACH ROW EXECUTE FUNCTION crm.refuse_segment_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.segment_refreshes FOR EACH ROW EXECUTE FUNCTION crm.refuse_segment_rewriting();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON crm.segment_changes FOR EACH ROW EXECUTE FUNCTION crm.refuse_segment_rewriting();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.segment_versions FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_segment_rewriting();

-- A version follows the one before; a rule has one, a list has none.
CREATE FUNCTION crm.judge_segment_version() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    of_segment crm.segments;
BEGIN
    SELECT * INTO of_segment FROM crm.segments s WHERE s.segment_id = NEW.segment_id;
    IF (of_segment.kind = 'RULE') IS DISTINCT FROM (NEW.rule_json IS NOT NULL) THEN
        RAISE EXCEPTION 'A version of a rule has one, and that of a list has none.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.number <> coalesce((SELECT max(v.number) FROM crm.segment_versions v WHERE v.segment_id = NEW.segment_id), 0) + 1
       OR of_segment.kind = 'STATIC' AND NEW.number <> 1 THEN
        RAISE EXCEPTION 'A version follows the one before.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_version BEFORE INSERT ON crm.segment_versions FOR EACH ROW EXECUTE FUNCTION crm.judge_segment_version();

-- A segment keeps its kind and its author; who changes it signs, and one that is archived is only restored. What a refresh found is of the
-- product's own jobs, and counts as no change.
CREATE FUNCTION crm.judge_segment() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    found constant text[] := ARRAY['refreshed_at', 'member_count'];
BEGIN
    IF (NEW.segment_id, NEW.kind, NEW.created_by, NEW.created_at) IS DISTINCT FROM (OLD.segment_id, OLD.kind, OLD.created_by, OLD.created_at) THEN
        RAISE EXCEPTION 'A segment keeps its kind and its author.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF current_user NOT IN ('simpul_app', 'simpul_worker') OR to_jsonb(NEW) - found = to_jsonb(OLD) - found THEN
        RETURN NEW;
    END IF;
    IF NEW.version <> OLD.version + 1 OR NEW.updated_by <> iam.uid() OR NEW.current_version NOT IN (OLD.current_version, OLD.current_version + 1) THEN
        RAISE EXCEPTION 'A change of a segment is counted and signed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.archived_at IS NOT NULL AND (NEW.archived_at IS NOT NULL OR NEW.current_version <> OLD.current_version) THEN
        RAISE EXCEPTION 'An archived segment is only restored.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_segment BEFORE UPDATE ON crm.segments FOR EACH ROW EXECUTE FUNCTION crm.judge_segment();

-- A grant for reports reads what a segment is called, and none of its customers; nobody but the product's own jobs writes these.
DO $$
DECLARE
    target text;
    reads constant text := $sql$(SELECT iam.reach('campaign', 'R')) = 4$sql$;
    whole constant text := $sql$'campaign' = ANY ((SELECT iam.resources_whole('R'))::text[])$sql$;
    by_system constant text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
BEGIN
    FOREACH target IN ARRAY ARRAY['segments', 'segment_versions', 'segment_members', 'segment_refreshes', 'segment_changes'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (%s)', target || '_read', target,
                       CASE WHEN target = 'segments' THEN reads ELSE reads || ' AND ' || whole END);
    END LOOP;
    FOREACH target IN ARRAY ARRAY['segment_members', 'segment_refreshes', 'segment_changes'] LOOP
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', target || '_insert', target, by_system);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (false)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (%s)', target || '_delete', target,
                       CASE WHEN target = 'segment_members' THEN by_system ELSE 'false' END);
    END LOOP;
    FOREACH target IN ARRAY ARRAY['segments', 'segment_versions'] LOOP
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
CREATE POLICY segments_insert ON crm.segments FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid()) AND updated_by = (SELECT iam.uid()) AND (SELECT iam.reach('campaign', 'C')) = 4);
CREATE POLICY segments_update ON crm.segments FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('campaign', 'U')) = 4);
CREATE POLICY segment_versions_insert ON crm.segment_versions FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid()) AND (SELECT iam.reach('campaign', 'U')) = 4);
CREATE POLICY segment_versions_update ON crm.segment_versions FOR UPDATE TO simpul_app, simpul_worker USING (false);
