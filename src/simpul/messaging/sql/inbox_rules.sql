-- What one row and its neighbours can prove.
ALTER TABLE crm.notices
    ADD CONSTRAINT notices_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT notices_sender_known FOREIGN KEY (sent_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT notices_kind_shape CHECK (kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' AND length(kind) <= 100),
    ADD CONSTRAINT notices_words_object CHECK (jsonb_typeof(words) = 'object');

-- A notice is what was told: its reader marks it, and changes nothing else.
REVOKE UPDATE ON crm.notices FROM simpul_app, simpul_worker;
GRANT UPDATE (read_at, archived_at, touched_at) ON crm.notices TO simpul_app, simpul_worker;

-- Whoever acts tells colleagues, as themself; everybody reads and marks the own notices only.
CALL iam.protect('crm.notices');
CREATE POLICY notices_read ON crm.notices FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) AND (SELECT iam.reach('task', 'R')) >= 1 OR (SELECT iam.reach('task', 'A')) = 4);
CREATE POLICY notices_insert ON crm.notices FOR INSERT TO simpul_app, simpul_worker WITH CHECK (sent_by = (SELECT iam.uid()));
CREATE POLICY notices_update ON crm.notices FOR UPDATE TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) AND (SELECT iam.reach('task', 'U')) >= 1);
-- Housekeeping alone removes notices: only the system approves tasks everywhere.
CREATE POLICY notices_delete ON crm.notices FOR DELETE TO simpul_app, simpul_worker USING ((SELECT iam.reach('task', 'A')) = 4);

-- Whose inbox changed is told to the web processes when the change is committed, and not when it is undone.
CREATE FUNCTION crm.tell_inbox() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    PERFORM pg_notify('simpul_inbox', user_id::text) FROM (SELECT DISTINCT user_id FROM changed) whose;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_inbox_new AFTER INSERT ON crm.notices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.tell_inbox();
CREATE TRIGGER tell_inbox_marked AFTER UPDATE ON crm.notices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.tell_inbox();
