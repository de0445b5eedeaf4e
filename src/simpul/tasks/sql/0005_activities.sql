-- scaffold: leave out (the whole file)
-- What one row and its neighbours can prove.
ALTER TABLE crm.tasks
    ADD CONSTRAINT tasks_subject_shape CHECK (subject_type ~ '^[A-Z_]{0,40}$'),
    ADD CONSTRAINT tasks_origin_shape CHECK (origin ~ '^[A-Z_]{0,40}$' AND (origin <> '' OR origin_id IS NULL));
GRANT UPDATE (remind_at) ON crm.tasks TO simpul_app, simpul_worker;
ALTER TABLE crm.rm_activities
    ADD CONSTRAINT rm_activities_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT rm_activities_branch_known
        FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT rm_activities_author_known
        FOREIGN KEY (rm_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT rm_activities_task_known
        FOREIGN KEY (next_task_id) REFERENCES crm.tasks (task_id),
    ADD CONSTRAINT rm_activities_note_written
        CHECK (note = btrim(note) AND length(note) BETWEEN 1 AND 4000),
    ADD CONSTRAINT rm_activities_step_length CHECK (length(next_step) <= 200),
    ADD CONSTRAINT rm_activities_subject_shape CHECK (subject_type ~ '^[A-Z_]{0,40}$'),
    ADD CONSTRAINT rm_activities_happened_recently
        CHECK (happened_at BETWEEN created_at - interval '31 days' AND created_at),
    ADD CONSTRAINT rm_activities_withdrawn_after CHECK (withdrawn_at >= created_at);
ALTER TABLE crm.calendar_feeds
    ADD CONSTRAINT calendar_feeds_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT calendar_feeds_label_written
        CHECK (label = btrim(label) AND length(label) BETWEEN 1 AND 60),
    ADD CONSTRAINT calendar_feeds_key_digested CHECK (key_digest ~ '^[0-9a-f]{64}$');

-- An activity stays with its customer, in its branch, by its author and with its task.
REVOKE UPDATE ON crm.rm_activities, crm.calendar_feeds FROM simpul_app, simpul_worker;
GRANT UPDATE (activity_type, note, outcome, happened_at, withdrawn_at, version)
    ON crm.rm_activities TO simpul_app, simpul_worker;
GRANT UPDATE (content_digest, changed_at, last_read_at, revoked_at)
    ON crm.calendar_feeds TO simpul_app, simpul_worker;

-- A row policy does not see what a row was: this judges how old it is and whether it was withdrawn.
CREATE FUNCTION crm.judge_activity() RETURNS trigger
LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF OLD.rm_user_id <> iam.uid() OR OLD.created_at <= now() - interval '24 hours' THEN
        RAISE EXCEPTION 'An activity is changed by its author, within 24 hours.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.withdrawn_at IS NOT NULL THEN
        RAISE EXCEPTION 'A withdrawn activity stays withdrawn.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_activity BEFORE UPDATE ON crm.rm_activities
    FOR EACH ROW EXECUTE FUNCTION crm.judge_activity();

-- A feed is revoked once, and by its own person.
CREATE FUNCTION crm.judge_calendar_feed() RETURNS trigger
LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF NEW.revoked_at IS DISTINCT FROM OLD.revoked_at
       AND (OLD.revoked_at IS NOT NULL OR OLD.user_id <> iam.uid()) THEN
        RAISE EXCEPTION 'A calendar feed is revoked once, by its own person.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_calendar_feed BEFORE UPDATE ON crm.calendar_feeds
    FOR EACH ROW EXECUTE FUNCTION crm.judge_calendar_feed();

-- Whose rows a caller reaches, as policies.py says it.
CALL iam.protect('crm.rm_activities');
CREATE POLICY rm_activities_read ON crm.rm_activities FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('activity', 'R'))::text[])
    OR ((SELECT iam.reach('activity', 'R')) >= 1 AND rm_user_id = (SELECT iam.uid()))
    OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r
                           WHERE r.rm_user_id = (SELECT iam.portfolio_for('activity', 'R')))::uuid[]));
CREATE POLICY rm_activities_insert ON crm.rm_activities FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    rm_user_id = (SELECT iam.uid()) AND withdrawn_at IS NULL
    AND (SELECT iam.reach('activity', 'C')) >= 1
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r
                       WHERE r.customer_id = rm_activities.customer_id
                         AND r.branch_code = rm_activities.branch_code));
CREATE POLICY rm_activities_update ON crm.rm_activities FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('activity', 'U')) >= 1 AND rm_user_id = (SELECT iam.uid()));
CREATE POLICY rm_activities_delete ON crm.rm_activities FOR DELETE TO simpul_app, simpul_worker
    USING (false);

-- A feed shows to its person alone; the product itself finds it by its key and notes that it was read.
CALL iam.protect('crm.calendar_feeds');
CREATE POLICY calendar_feeds_read ON crm.calendar_feeds FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid())
    OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY calendar_feeds_insert ON crm.calendar_feeds FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid()) AND (SELECT iam.reach('task', 'R')) >= 1
    AND revoked_at IS NULL AND last_read_at IS NULL);
CREATE POLICY calendar_feeds_update ON crm.calendar_feeds FOR UPDATE TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid())
    OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY calendar_feeds_delete ON crm.calendar_feeds FOR DELETE TO simpul_app, simpul_worker
    USING (false);
