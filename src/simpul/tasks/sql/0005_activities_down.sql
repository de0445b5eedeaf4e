-- scaffold: leave out (the whole file)
DROP TRIGGER judge_activity ON crm.rm_activities;
DROP FUNCTION crm.judge_activity();
DROP TRIGGER judge_calendar_feed ON crm.calendar_feeds;
DROP FUNCTION crm.judge_calendar_feed();
REVOKE UPDATE (activity_type, note, outcome, happened_at, withdrawn_at, version)
    ON crm.rm_activities FROM simpul_app, simpul_worker;
REVOKE UPDATE (content_digest, changed_at, last_read_at, revoked_at)
    ON crm.calendar_feeds FROM simpul_app, simpul_worker;
GRANT UPDATE ON crm.rm_activities, crm.calendar_feeds TO simpul_app, simpul_worker;
REVOKE UPDATE (remind_at) ON crm.tasks FROM simpul_app, simpul_worker;
ALTER TABLE crm.tasks DROP CONSTRAINT tasks_subject_shape, DROP CONSTRAINT tasks_origin_shape;
ALTER TABLE crm.rm_activities
    DROP CONSTRAINT rm_activities_customer_known,
    DROP CONSTRAINT rm_activities_branch_known,
    DROP CONSTRAINT rm_activities_author_known,
    DROP CONSTRAINT rm_activities_task_known,
    DROP CONSTRAINT rm_activities_note_written,
    DROP CONSTRAINT rm_activities_step_length,
    DROP CONSTRAINT rm_activities_subject_shape,
    DROP CONSTRAINT rm_activities_happened_recently,
    DROP CONSTRAINT rm_activities_withdrawn_after;
ALTER TABLE crm.calendar_feeds
    DROP CONSTRAINT calendar_feeds_user_known,
    DROP CONSTRAINT calendar_feeds_label_written,
    DROP CONSTRAINT calendar_feeds_key_digested;
