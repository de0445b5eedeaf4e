DO $$
DECLARE
    written text := pg_get_functiondef('crm.erase_person(uuid)'::regprocedure);
BEGIN
    EXECUTE regexp_replace(written, '    UPDATE crm\.rm_activities SET [^;]*;\n', '');
END $$;
REVOKE UPDATE ON crm.rm_activities FROM simpul_search;
