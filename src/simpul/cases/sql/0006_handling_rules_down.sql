DO $$
DECLARE
    target text;
    found record;
BEGIN
    FOREACH target IN ARRAY ARRAY['case_watchers', 'case_reminders'] LOOP
        FOR found IN SELECT policyname FROM pg_policies WHERE schemaname = 'crm' AND tablename = target LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', found.policyname, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END $$;
DROP POLICY workflow_items_case_update ON crm.workflow_items;
DROP POLICY workflow_items_case_read ON crm.workflow_items;
DROP POLICY cases_review ON crm.cases;
DROP FUNCTION crm.case_summaries_of(uuid[]);
DROP TRIGGER judge_case_answer ON crm.cases;
DROP FUNCTION crm.judge_case_answer();
ALTER TABLE crm.case_reminders DROP CONSTRAINT case_reminders_user_known, DROP CONSTRAINT case_reminders_note_length;
ALTER TABLE crm.case_watchers DROP CONSTRAINT case_watchers_user_known;
ALTER TABLE crm.cases
    DROP CONSTRAINT cases_proposer_known,
    DROP CONSTRAINT cases_reviewer_known,
    DROP CONSTRAINT cases_proposal_whole,
    DROP CONSTRAINT cases_proposal_length;
