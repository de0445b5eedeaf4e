DROP TRIGGER tell_cases_new ON crm.cases;
DROP TRIGGER tell_cases_changed ON crm.cases;
DROP FUNCTION crm.tell_cases();
DROP FUNCTION crm.case_queue(jsonb);
DROP FUNCTION crm.case_heads(uuid[]);
DROP FUNCTION crm.case_alerts(uuid[], timestamptz, integer);
ALTER TABLE crm.case_views DROP CONSTRAINT case_views_owner_known, DROP CONSTRAINT case_views_named, DROP CONSTRAINT case_views_filters_object;
ALTER TABLE crm.case_view_marks DROP CONSTRAINT case_view_marks_user_known, DROP CONSTRAINT case_view_marks_view_known;
