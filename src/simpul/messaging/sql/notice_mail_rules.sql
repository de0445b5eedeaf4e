ALTER TABLE crm.notice_mail_choices
    ADD CONSTRAINT notice_mail_choices_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT notice_mail_choices_kind_shape
        CHECK (kind = '*' OR kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' AND length(kind) <= 100);

-- Everybody chooses for themself which notices come by mail too.
CALL iam.protect('crm.notice_mail_choices');
CREATE POLICY notice_mail_choices_read ON crm.notice_mail_choices FOR SELECT TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()));
CREATE POLICY notice_mail_choices_insert ON crm.notice_mail_choices FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (user_id = (SELECT iam.uid()) AND (SELECT iam.reach('task', 'U')) >= 1);
CREATE POLICY notice_mail_choices_delete ON crm.notice_mail_choices FOR DELETE TO simpul_app, simpul_worker
    USING (user_id = (SELECT iam.uid()) AND (SELECT iam.reach('task', 'U')) >= 1);
CREATE POLICY notice_mail_choices_update ON crm.notice_mail_choices FOR UPDATE TO simpul_app, simpul_worker USING (false);
REVOKE UPDATE ON crm.notice_mail_choices FROM simpul_app, simpul_worker;

-- Whether a notice of this kind goes to this colleague by mail too: whoever sends it need not see the choice.
CREATE FUNCTION crm.notice_goes_by_mail(asked_user uuid, asked_kind text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = crm, pg_temp AS $$
    SELECT EXISTS (SELECT FROM crm.notice_mail_choices c
                   WHERE c.user_id = asked_user AND c.kind IN ('*', asked_kind))
$$;
ALTER FUNCTION crm.notice_goes_by_mail(uuid, text) OWNER TO simpul_search;
GRANT SELECT ON crm.notice_mail_choices TO simpul_search;
REVOKE ALL ON FUNCTION crm.notice_goes_by_mail(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.notice_goes_by_mail(uuid, text) TO simpul_app, simpul_worker;

-- The product's job takes the mark away once the mail is written.
GRANT UPDATE (to_mail) ON crm.notices TO simpul_app, simpul_worker;
CREATE POLICY notices_mailed ON crm.notices FOR UPDATE TO simpul_app, simpul_worker
    USING (to_mail AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001')
    WITH CHECK (NOT to_mail);
