ALTER TABLE iam.list_view_marks
    DROP CONSTRAINT list_view_marks_user_known,
    DROP CONSTRAINT list_view_marks_view_known;
ALTER TABLE iam.list_views
    DROP CONSTRAINT list_views_owner_known,
    DROP CONSTRAINT list_views_named,
    DROP CONSTRAINT list_views_filters_object;
