-- What one row and its neighbours can prove.
ALTER TABLE crm.tasks
    ADD CONSTRAINT tasks_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT tasks_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT tasks_owner_known FOREIGN KEY (owner_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT tasks_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT tasks_finisher_known FOREIGN KEY (finished_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT tasks_title_written CHECK (title = btrim(title) AND length(title) BETWEEN 3 AND 200),
    ADD CONSTRAINT tasks_notes_length CHECK (length(notes) <= 2000),
    ADD CONSTRAINT tasks_reason_length CHECK (length(skip_reason) <= 300);

-- A task stays about its customer, in its branch and by its maker.
REVOKE UPDATE ON crm.tasks FROM simpul_app, simpul_worker;
GRANT UPDATE (title, notes, due_on, owner_user_id, status, skip_reason, finished_at, finished_by, version) ON crm.tasks TO simpul_app, simpul_worker;

-- A row policy does not see what a row was: this judges whom a task is given to, and who is said to have finished it.
CREATE FUNCTION crm.judge_task() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, iam, pg_temp AS $$
BEGIN
    IF current_user NOT IN ('simpul_app', 'simpul_worker') THEN
        RETURN NEW;
    END IF;
    IF NEW.owner_user_id <> OLD.owner_user_id AND NEW.owner_user_id <> iam.uid()
       AND NOT NEW.branch_code = ANY ((SELECT iam.branches_for('task', 'A'))::text[])
       AND NOT EXISTS (SELECT FROM iam.customer_reach r WHERE r.customer_id = NEW.customer_id AND r.rm_user_id = iam.portfolio_for('task', 'A')) THEN
        RAISE EXCEPTION 'Tasks are given to others only with the right to assign there.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.finished_by IS DISTINCT FROM OLD.finished_by AND NEW.finished_by <> iam.uid() THEN
        RAISE EXCEPTION 'Tasks are finished in the own name only.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER judge_task BEFORE UPDATE ON crm.tasks FOR EACH ROW EXECUTE FUNCTION crm.judge_task();

-- Whose rows a caller reaches, as policies.py says it.
CALL iam.protect('crm.tasks');
CREATE POLICY tasks_read ON crm.tasks FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('task', 'R'))::text[])
    OR ((SELECT iam.reach('task', 'R')) >= 1 AND (owner_user_id = (SELECT iam.uid()) OR created_by = (SELECT iam.uid())))
    OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r WHERE r.rm_user_id = (SELECT iam.portfolio_for('task', 'R')))::uuid[]));
CREATE POLICY tasks_insert ON crm.tasks FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid()) AND status = 'OPEN' AND finished_by IS NULL AND (SELECT iam.reach('task', 'C')) >= 1
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = tasks.customer_id AND r.branch_code = tasks.branch_code)
    AND (owner_user_id = (SELECT iam.uid())
         OR branch_code = ANY ((SELECT iam.branches_for('task', 'A'))::text[])
         OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r WHERE r.rm_user_id = (SELECT iam.portfolio_for('task', 'A')))::uuid[])));
CREATE POLICY tasks_update ON crm.tasks FOR UPDATE TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('task', 'U'))::text[])
    OR ((SELECT iam.reach('task', 'U')) >= 1 AND (owner_user_id = (SELECT iam.uid()) OR created_by = (SELECT iam.uid())))
    OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r WHERE r.rm_user_id = (SELECT iam.portfolio_for('task', 'U')))::uuid[]));
CREATE POLICY tasks_delete ON crm.tasks FOR DELETE TO simpul_app, simpul_worker USING (false);
