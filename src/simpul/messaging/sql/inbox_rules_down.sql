DROP TRIGGER tell_inbox_new ON crm.notices;
DROP TRIGGER tell_inbox_marked ON crm.notices;
DROP FUNCTION crm.tell_inbox();
DROP POLICY notices_read ON crm.notices;
DROP POLICY notices_insert ON crm.notices;
DROP POLICY notices_update ON crm.notices;
DROP POLICY notices_delete ON crm.notices;
ALTER TABLE crm.notices NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.notices DISABLE ROW LEVEL SECURITY;
REVOKE UPDATE (read_at, archived_at, touched_at) ON crm.notices FROM simpul_app, simpul_worker;
GRANT UPDATE ON crm.notices TO simpul_app, simpul_worker;
ALTER TABLE crm.notices
    DROP CONSTRAINT notices_user_known,
    DROP CONSTRAINT notices_sender_known,
    DROP CONSTRAINT notices_kind_shape,
    DROP CONSTRAINT notices_words_object;
