DO $$
DECLARE
    written text := pg_get_functiondef('crm.erase_person(uuid)'::regprocedure);
BEGIN
    EXECUTE regexp_replace(written, '    UPDATE crm\.(leads|opportunities) SET [^;]*;\n', '', 'g');
END $$;
REVOKE UPDATE ON crm.leads, crm.opportunities FROM simpul_search;
