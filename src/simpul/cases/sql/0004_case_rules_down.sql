DO $$
DECLARE
    target text;
    found record;
BEGIN
    FOREACH target IN ARRAY ARRAY['cases', 'case_activities', 'case_clock_events', 'case_numbers'] LOOP
        FOR found IN SELECT policyname FROM pg_policies WHERE schemaname = 'crm' AND tablename = target LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', found.policyname, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
        FOR found IN SELECT tgname FROM pg_trigger WHERE tgrelid = ('crm.' || target)::regclass AND NOT tgisinternal LOOP
            EXECUTE format('DROP TRIGGER %I ON crm.%I', found.tgname, target);
        END LOOP;
    END LOOP;
END $$;
DROP FUNCTION crm.case_summaries(uuid[]);
DROP FUNCTION crm.sensitive_categories();
DROP FUNCTION crm.judge_case();
DROP FUNCTION crm.number_case();
DROP FUNCTION crm.refuse_case_rewriting();
DROP FUNCTION crm.case_branches(text);
DROP FUNCTION crm.case_reach(text);
REVOKE SELECT, INSERT, UPDATE ON crm.case_numbers FROM simpul_search;
REVOKE SELECT ON crm.cases, crm.case_categories FROM simpul_search;
ALTER TABLE crm.cases
    DROP CONSTRAINT cases_customer_known,
    DROP CONSTRAINT cases_branch_known,
    DROP CONSTRAINT cases_assignee_known,
    DROP CONSTRAINT cases_unit_known,
    DROP CONSTRAINT cases_creator_known,
    DROP CONSTRAINT cases_closer_known,
    DROP CONSTRAINT cases_number_shape,
    DROP CONSTRAINT cases_description_length,
    DROP CONSTRAINT cases_texts_length,
    DROP CONSTRAINT cases_complainant_has_authority,
    DROP CONSTRAINT ck_case_close_requires_final_response,
    DROP CONSTRAINT cases_resolved,
    DROP CONSTRAINT cases_closed,
    DROP CONSTRAINT cases_law;
ALTER TABLE crm.case_clock_events
    DROP CONSTRAINT case_clock_events_change_known,
    DROP CONSTRAINT case_clock_events_begin,
    DROP CONSTRAINT case_clock_events_terms,
    DROP CONSTRAINT case_clock_events_clock,
    DROP CONSTRAINT case_clock_events_correction,
    DROP CONSTRAINT case_clock_events_calendars,
    DROP CONSTRAINT case_clock_events_reason,
    DROP CONSTRAINT case_clock_events_corrected,
    DROP CONSTRAINT case_clock_events_actor_known;
ALTER TABLE crm.case_activities
    DROP CONSTRAINT case_activities_message_length,
    DROP CONSTRAINT case_activities_data_object,
    DROP CONSTRAINT case_activities_actor_known;
ALTER TABLE crm.case_numbers DROP CONSTRAINT case_numbers_branch_known;
