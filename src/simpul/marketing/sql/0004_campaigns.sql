CREATE SEQUENCE crm.campaign_numbers;
GRANT USAGE ON SEQUENCE crm.campaign_numbers TO simpul_app, simpul_worker;
ALTER TABLE crm.campaigns
    ADD CONSTRAINT campaigns_segment_known FOREIGN KEY (segment_id) REFERENCES crm.segments (segment_id),
    ADD CONSTRAINT campaigns_segment_version_known FOREIGN KEY (segment_version_id) REFERENCES crm.segment_versions (segment_version_id),
    ADD CONSTRAINT campaigns_template_known FOREIGN KEY (template_id) REFERENCES crm.message_templates (template_id),
    ADD CONSTRAINT campaigns_template_version_known FOREIGN KEY (template_version_id) REFERENCES crm.message_template_versions (version_id),
    ADD CONSTRAINT campaigns_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT campaigns_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT campaigns_submitter_known FOREIGN KEY (submitted_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT campaigns_approver_known FOREIGN KEY (approved_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT campaigns_number_shape CHECK (campaign_no ~ '^CAMP-[0-9]{4}-[0-9]{4,}$'),
    ADD CONSTRAINT campaigns_values_shape CHECK (jsonb_typeof(message_values) = 'object' AND pg_column_size(message_values) <= 16000),
    ADD CONSTRAINT campaigns_texts_length CHECK (length(name) BETWEEN 3 AND 120 AND length(objective) <= 1000 AND length(expected_result) <= 1000 AND length(decision_note) <= 500);
-- A freeze writes a row for every customer in one statement; campaigns and customers are never deleted. So that the campaign is there is asked once a statement (ADR 24).
CREATE FUNCTION crm.know_campaigns() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT campaign_id FROM added) a WHERE NOT EXISTS (SELECT FROM crm.campaigns c WHERE c.campaign_id = a.campaign_id)) THEN
        RAISE EXCEPTION 'Eligibility is of a campaign.' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER know_campaigns AFTER INSERT ON crm.campaign_eligibility REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION crm.know_campaigns();
ALTER TABLE crm.campaign_handoffs
    ADD CONSTRAINT campaign_handoffs_campaign_known FOREIGN KEY (campaign_id) REFERENCES crm.campaigns (campaign_id);

-- A campaign is written in its draft and stays what was submitted. Who wrote, changed or submitted it never approves it, whatever the service
-- says; and it starts with the very segment and message that were approved, not with what became of them since.
CREATE FUNCTION crm.judge_campaign() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
DECLARE
    content constant text[] := ARRAY['name', 'objective_kind', 'objective', 'expected_result', 'budget', 'segment_id', 'channel', 'template_id', 'message_values', 'scheduled_at', 'holdout_percent', 'hand_off'];
    pinned constant text[] := ARRAY['segment_version_id', 'template_version_id'];
    steps constant text[] := ARRAY['DRAFT SUBMITTED', 'SUBMITTED APPROVED', 'SUBMITTED REJECTED', 'REJECTED DRAFT', 'APPROVED RUNNING', 'APPROVED SUBMITTED', 'RUNNING PAUSED', 'PAUSED RUNNING',
        'RUNNING DONE', 'DRAFT CANCELLED', 'SUBMITTED CANCELLED', 'REJECTED CANCELLED', 'APPROVED CANCELLED', 'RUNNING CANCELLED', 'PAUSED CANCELLED'];
    system constant uuid := '00000000-0000-7000-8000-000000000001';
    was jsonb;
    becomes jsonb := to_jsonb(NEW);
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'DRAFT' OR NEW.created_by <> iam.uid() OR NEW.updated_by <> iam.uid() THEN
            RAISE EXCEPTION 'A campaign begins as a draft, in the own name.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    was := to_jsonb(OLD);
    IF (NEW.campaign_id, NEW.campaign_no, NEW.created_by, NEW.created_at) IS DISTINCT FROM (OLD.campaign_id, OLD.campaign_no, OLD.created_by, OLD.created_at) THEN
        RAISE EXCEPTION 'A campaign keeps its number and its author.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status AND NOT (OLD.status || ' ' || NEW.status) = ANY (steps) THEN
        RAISE EXCEPTION 'A campaign goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM unnest(content) AS name WHERE was -> name IS DISTINCT FROM becomes -> name) AND (OLD.status <> 'DRAFT' OR NEW.status <> 'DRAFT' OR NEW.updated_by <> iam.uid()) THEN
        RAISE EXCEPTION 'Only a draft changes, in the own name.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM unnest(pinned) AS name WHERE was -> name IS DISTINCT FROM becomes -> name) AND NOT (NEW.status IN ('DRAFT', 'SUBMITTED') AND OLD.status IN ('DRAFT', 'APPROVED')) THEN
        RAISE EXCEPTION 'What was approved is what runs.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status THEN
        IF NEW.status = 'SUBMITTED' AND (NEW.submitted_by <> iam.uid() OR NEW.approved_by IS NOT NULL) THEN
            RAISE EXCEPTION 'Who submits a campaign says so.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status IN ('APPROVED', 'REJECTED') AND (iam.uid() IN (OLD.created_by, OLD.submitted_by, OLD.updated_by, system) OR iam.reach('campaign', 'A') < 4) THEN
            RAISE EXCEPTION 'Somebody else decides about a campaign.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status = 'APPROVED' AND NEW.approved_by <> iam.uid() THEN
            RAISE EXCEPTION 'A campaign is approved in the own name.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.status = 'APPROVED' AND NEW.status = 'RUNNING' AND NOT crm.campaign_is_as_approved(NEW.segment_version_id, NEW.template_version_id) THEN
            RAISE EXCEPTION 'Segment or template changed after the approval.' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF OLD.status <> 'DRAFT' AND (NEW.approved_by, NEW.approved_at, NEW.submitted_by, NEW.submitted_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at, OLD.submitted_by, OLD.submitted_at) THEN
        RAISE EXCEPTION 'A decision stays as it was made.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

-- Whether the rule is its segment's rule in force, in a segment in use, and the message the latest approved one in its language.
CREATE FUNCTION crm.campaign_is_as_approved(asked_segment_version uuid, asked_template_version uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, iam, pg_temp AS $$
    SELECT EXISTS (SELECT FROM crm.segment_versions v JOIN crm.segments s ON s.segment_id = v.segment_id AND s.current_version = v.number
                   WHERE v.segment_version_id = asked_segment_version AND s.archived_at IS NULL)
       AND EXISTS (SELECT FROM crm.message_template_versions t WHERE t.version_id = asked_template_version AND t.status = 'APPROVED'
                   AND NOT EXISTS (SELECT FROM crm.message_template_versions n WHERE n.template_id = t.template_id AND n.language = t.language
                                   AND n.status = 'APPROVED' AND n.number > t.number))
$$;
GRANT SELECT ON crm.segments, crm.segment_versions, crm.message_template_versions TO simpul_search;
ALTER FUNCTION crm.campaign_is_as_approved(uuid, uuid) OWNER TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.campaign_is_as_approved(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.campaign_is_as_approved(uuid, uuid) TO simpul_app, simpul_worker;
CREATE TRIGGER judge_campaign BEFORE INSERT OR UPDATE ON crm.campaigns FOR EACH ROW EXECUTE FUNCTION crm.judge_campaign();

-- What the freeze found stays; only what became of one who was eligible is added, once.
CREATE FUNCTION crm.judge_eligibility() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.campaign_id, NEW.customer_id, NEW.is_eligible, NEW.reason, NEW.reasons, NEW.is_holdout, NEW.evaluated_at)
       IS DISTINCT FROM (OLD.campaign_id, OLD.customer_id, OLD.is_eligible, OLD.reason, OLD.reasons, OLD.is_holdout, OLD.evaluated_at)
       OR OLD.message_id IS NOT NULL AND NEW.message_id IS DISTINCT FROM OLD.message_id THEN
        RAISE EXCEPTION 'What the freeze found stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_eligibility BEFORE UPDATE ON crm.campaign_eligibility FOR EACH ROW EXECUTE FUNCTION crm.judge_eligibility();

-- Campaigns are read by who reads all of them; who may be written to is for the product's own jobs, and for who reaches the customer.
DO $$
DECLARE
    by_system text := $sql$(SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'$sql$;
    reached text := 'customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = %I.customer_id)';
    target text;
BEGIN
    CALL iam.protect('crm.campaigns');
    EXECUTE 'CREATE POLICY campaigns_read ON crm.campaigns FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach(''campaign'', ''R'')) = 4)';
    EXECUTE 'CREATE POLICY campaigns_insert ON crm.campaigns FOR INSERT TO simpul_app, simpul_worker WITH CHECK (created_by = (SELECT iam.uid()) AND (SELECT iam.reach(''campaign'', ''C'')) = 4)';
    EXECUTE 'CREATE POLICY campaigns_update ON crm.campaigns FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT greatest(iam.reach(''campaign'', ''U''), iam.reach(''campaign'', ''A''))) = 4)';
    EXECUTE 'CREATE POLICY campaigns_delete ON crm.campaigns FOR DELETE TO simpul_app, simpul_worker USING (false)';
    FOREACH target IN ARRAY ARRAY['campaign_eligibility', 'campaign_handoffs'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING (CASE WHEN %s THEN true ELSE %s END)', target || '_read', target, by_system, format(reached, target));
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s)', target || '_insert', target, by_system);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING (%s)', target || '_update', target, by_system);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
