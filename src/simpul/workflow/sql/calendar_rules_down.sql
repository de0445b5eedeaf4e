DROP TRIGGER refuse_approved_change ON crm.calendar_versions;
DROP TRIGGER refuse_approved_change ON crm.calendar_days;
DROP FUNCTION crm.refuse_approved_version_change();
DROP FUNCTION crm.refuse_approved_day_change();
DO $$
DECLARE
    target text;
    act text;
BEGIN
    FOREACH target IN ARRAY ARRAY['calendar_days', 'calendar_versions', 'calendars'] LOOP
        FOREACH act IN ARRAY ARRAY['read', 'insert', 'update', 'delete'] LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', target || '_' || act, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END
$$;
ALTER TABLE crm.calendar_days
    DROP CONSTRAINT calendar_days_name_whole,
    DROP CONSTRAINT calendar_days_hours_listed,
    DROP CONSTRAINT calendar_days_within;
ALTER TABLE crm.calendar_versions
    DROP CONSTRAINT calendar_versions_title_whole,
    DROP CONSTRAINT calendar_versions_zone_written,
    DROP CONSTRAINT calendar_versions_region_known,
    DROP CONSTRAINT calendar_versions_seven_days,
    DROP CONSTRAINT calendar_versions_note,
    DROP CONSTRAINT calendar_versions_editor_known,
    DROP CONSTRAINT calendar_versions_approver_known;
ALTER TABLE crm.calendars
    DROP CONSTRAINT calendars_key_shape,
    DROP CONSTRAINT calendars_title_whole,
    DROP CONSTRAINT calendars_creator_known;
