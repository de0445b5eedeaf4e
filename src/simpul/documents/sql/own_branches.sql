-- The papers of a record with a branch of its own show in that branch to who works for it. Who reaches the branch through a unit alone sees
-- those of the unit's records, which the records' domain opens.
DO $$
DECLARE
    kept text := current_setting('search_path');
    one record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog', true);  -- so that expressions are written with the names of their schemas
    FOR one IN SELECT polname, pg_get_expr(polqual, polrelid) AS shown, pg_get_expr(polwithcheck, polrelid) AS written
                 FROM pg_policy WHERE polrelid = 'crm.documents'::regclass AND polname IN ('documents_read', 'documents_insert', 'documents_update') LOOP
        EXECUTE format('ALTER POLICY %I ON crm.documents', one.polname)
            || coalesce(' USING (' || replace(one.shown, 'iam.scope_branches()', 'iam.own_branches()') || ')', '')
            || coalesce(' WITH CHECK (' || replace(one.written, 'iam.scope_branches()', 'iam.own_branches()') || ')', '');
    END LOOP;
    PERFORM set_config('search_path', kept, true);
END $$;
