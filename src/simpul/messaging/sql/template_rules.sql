ALTER TABLE crm.message_templates
    ADD CONSTRAINT message_templates_key_shape CHECK (template_key ~ '^[a-z][a-z0-9_]{2,59}$'),
    ADD CONSTRAINT message_templates_named CHECK (length(btrim(name)) BETWEEN 3 AND 120),
    ADD CONSTRAINT message_templates_creator_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.message_template_versions
    ADD CONSTRAINT message_template_versions_author_known FOREIGN KEY (author_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT message_template_versions_submitter_known FOREIGN KEY (submitted_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT message_template_versions_approver_known FOREIGN KEY (approved_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT message_template_versions_rejecter_known FOREIGN KEY (rejected_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT message_template_versions_retirer_known FOREIGN KEY (retired_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT message_template_versions_written CHECK (author_id = ANY (writers)),
    ADD CONSTRAINT message_template_versions_approved_by_another CHECK (approved_by <> ALL (writers)),
    ADD CONSTRAINT message_template_versions_hashed CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT message_template_versions_size CHECK (pg_column_size(content) <= 400000 AND length(rejection_note) <= 500 AND length(provider_reason) <= 300);
ALTER TABLE crm.outbound_messages
    ADD CONSTRAINT outbound_messages_template_known FOREIGN KEY (template_version_id) REFERENCES crm.message_template_versions (version_id);

-- A template stays what it is for. A version is written while it is a draft, and from then on only decided: what was approved stays so.
CREATE FUNCTION crm.judge_message_template() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.template_id, NEW.template_key, NEW.channel, NEW.purpose, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.template_id, OLD.template_key, OLD.channel, OLD.purpose, OLD.created_at, OLD.created_by) THEN
        RAISE EXCEPTION 'A template stays what it is for.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_message_template BEFORE UPDATE ON crm.message_templates FOR EACH ROW EXECUTE FUNCTION crm.judge_message_template();

CREATE FUNCTION crm.judge_template_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, iam, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'DRAFT' THEN
            RAISE EXCEPTION 'A version begins as a draft.' USING ERRCODE = 'check_violation';
        END IF;
    ELSE
        IF (NEW.version_id, NEW.template_id, NEW.language, NEW.number, NEW.author_id) IS DISTINCT FROM (OLD.version_id, OLD.template_id, OLD.language, OLD.number, OLD.author_id)
           OR NOT NEW.writers @> OLD.writers OR OLD.provider_name IS NOT NULL AND NEW.provider_name IS DISTINCT FROM OLD.provider_name THEN
            RAISE EXCEPTION 'A version stays whose and of what it is.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.status <> 'DRAFT' AND (NEW.content, NEW.content_hash, NEW.writers, NEW.revision, NEW.edited_at, NEW.submitted_at, NEW.submitted_by)
           IS DISTINCT FROM (OLD.content, OLD.content_hash, OLD.writers, OLD.revision, OLD.edited_at, OLD.submitted_at, OLD.submitted_by) THEN
            RAISE EXCEPTION 'A version that was submitted is written no more.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status <> OLD.status AND (OLD.status, NEW.status)
           NOT IN (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('APPROVED', 'RETIRED')) THEN
            RAISE EXCEPTION 'A version goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.status IN ('APPROVED', 'RETIRED') AND (NEW.approved_at, NEW.approved_by) IS DISTINCT FROM (OLD.approved_at, OLD.approved_by) THEN
            RAISE EXCEPTION 'Who approved a version stays on record.' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF current_user IN ('simpul_app', 'simpul_worker') AND NEW.status = 'APPROVED' AND OLD.status <> 'APPROVED' AND NEW.approved_by <> iam.uid() THEN
            RAISE EXCEPTION 'A version is approved by who approves it.' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    IF NEW.status = 'DRAFT' AND current_user IN ('simpul_app', 'simpul_worker') AND NOT iam.uid() = ANY (NEW.writers) THEN
        RAISE EXCEPTION 'Whoever edits a version is one of its writers.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_template_version BEFORE INSERT OR UPDATE ON crm.message_template_versions FOR EACH ROW EXECUTE FUNCTION crm.judge_template_version();

CALL iam.protect('crm.message_templates');
CREATE POLICY message_templates_read ON crm.message_templates FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('message_template', 'R')) = 4);
CREATE POLICY message_templates_insert ON crm.message_templates FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (created_by = (SELECT iam.uid()) AND (SELECT iam.reach('message_template', 'C')) = 4);
CREATE POLICY message_templates_update ON crm.message_templates FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('message_template', 'U')) = 4);
CREATE POLICY message_templates_delete ON crm.message_templates FOR DELETE TO simpul_app, simpul_worker USING (false);
CALL iam.protect('crm.message_template_versions');
CREATE POLICY message_template_versions_read ON crm.message_template_versions FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('message_template', 'R')) = 4);
CREATE POLICY message_template_versions_insert ON crm.message_template_versions FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (author_id = (SELECT iam.uid()) AND (SELECT greatest(iam.reach('message_template', 'C'), iam.reach('message_template', 'U'))) = 4);
-- Drafts are for writers, decisions for who approves; both retire, and what the provider reports is written by the product.
CREATE POLICY message_template_versions_write ON crm.message_template_versions FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('message_template', 'U')) = 4) WITH CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETIRED') OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY message_template_versions_decide ON crm.message_template_versions FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('message_template', 'A')) = 4)
    WITH CHECK ((SELECT iam.reach('message_template', 'A')) = 4 AND status IN ('APPROVED', 'REJECTED', 'RETIRED'));
CREATE POLICY message_template_versions_delete ON crm.message_template_versions FOR DELETE TO simpul_app, simpul_worker USING (false);
