DROP TRIGGER refuse_approved_change ON crm.calendar_versions;
DROP TRIGGER refuse_approved_change ON crm.calendar_days;
DROP FUNCTION crm.refuse_approved_version_change();
DROP FUNCTION crm.refuse_approved_day_change();
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
