DO $$
DECLARE
    target text;
    act text;
BEGIN
    ALTER TABLE crm.import_runs DROP CONSTRAINT import_runs_starter_known;
    FOREACH target IN ARRAY ARRAY['import_rejects', 'import_runs'] LOOP
        FOREACH act IN ARRAY ARRAY['read', 'insert', 'update', 'delete'] LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', target || '_' || act, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END
$$;
