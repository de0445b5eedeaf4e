DROP POLICY notices_mailed ON crm.notices;
REVOKE UPDATE (to_mail) ON crm.notices FROM simpul_app, simpul_worker;
DROP FUNCTION crm.notice_goes_by_mail(uuid, text);
REVOKE SELECT ON crm.notice_mail_choices FROM simpul_search;
ALTER TABLE crm.notice_mail_choices
    DROP CONSTRAINT notice_mail_choices_user_known,
    DROP CONSTRAINT notice_mail_choices_kind_shape;
