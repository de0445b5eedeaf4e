ALTER TABLE crm.data_breaches
    ADD CONSTRAINT data_breaches_suspect_known FOREIGN KEY (suspect_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT data_breaches_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT data_breaches_closer_known FOREIGN KEY (closed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT data_breaches_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT data_breaches_due_by_law CHECK (due_at = discovered_at + interval '72 hours'),
    ADD CONSTRAINT data_breaches_kinds_known CHECK (data_kinds <@ ARRAY['IDENTITY', 'CONTACT', 'FINANCIAL', 'CREDENTIAL', 'OTHER']),
    ADD CONSTRAINT data_breaches_texts_length CHECK (length(title) BETWEEN 3 AND 200 AND length(description) <= 4000 AND length(handling) <= 4000);
ALTER TABLE crm.impact_assessments
    ADD CONSTRAINT impact_assessments_decider_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT impact_assessments_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT impact_assessments_texts_length CHECK (length(title) BETWEEN 3 AND 200
        AND greatest(length(purpose), length(data_used), length(risk), length(measures)) <= 4000 AND length(decision_note) <= 500);

-- What was decided, and what was closed, does not change; each is done in the own name.
CREATE FUNCTION crm.judge_protection() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL OR (to_jsonb(NEW) ->> TG_ARGV[0])::uuid <> iam.uid()
       OR (to_jsonb(NEW) ->> 'created_by', to_jsonb(NEW) ->> 'created_at') IS DISTINCT FROM (to_jsonb(OLD) ->> 'created_by', to_jsonb(OLD) ->> 'created_at') THEN
        RAISE EXCEPTION 'What was decided or closed does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_breach BEFORE UPDATE ON crm.data_breaches FOR EACH ROW EXECUTE FUNCTION crm.judge_protection('closed_by');
CREATE TRIGGER judge_assessment BEFORE UPDATE ON crm.impact_assessments FOR EACH ROW EXECUTE FUNCTION crm.judge_protection('decided_by');

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['data_breaches', 'impact_assessments'] LOOP
        EXECUTE format('CALL iam.protect(%L)', 'crm.' || target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach(''data_protection'', ''R'')) = 4)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK (created_by = (SELECT iam.uid()) AND (SELECT iam.reach(''data_protection'', ''C'')) = 4)',
                       target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''data_protection'', ''U'')) = 4)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
