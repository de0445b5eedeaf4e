DROP TRIGGER refuse_truncate ON crm.sla_policy_versions;
DROP TRIGGER refuse_change ON crm.sla_policy_versions;
DROP TRIGGER refuse_truncate ON crm.case_legal_rules;
DROP TRIGGER refuse_change ON crm.case_legal_rules;
DROP TRIGGER spread_sensitivity ON crm.case_categories;
DROP TRIGGER judge_category ON crm.case_categories;
DROP FUNCTION crm.refuse_published_promise_change();
DROP FUNCTION crm.spread_case_sensitivity();
DROP FUNCTION crm.judge_case_category();
ALTER TABLE crm.sla_policy_versions
    DROP CONSTRAINT sla_policy_versions_content_object,
    DROP CONSTRAINT sla_policy_versions_note,
    DROP CONSTRAINT sla_policy_versions_publisher_known;
ALTER TABLE crm.sla_policies
    DROP CONSTRAINT sla_policies_key_shape,
    DROP CONSTRAINT sla_policies_title_whole,
    DROP CONSTRAINT sla_policies_draft_object,
    DROP CONSTRAINT sla_policies_creator_known;
ALTER TABLE crm.case_legal_rules
    DROP CONSTRAINT case_legal_rules_key_shape,
    DROP CONSTRAINT case_legal_rules_title_whole,
    DROP CONSTRAINT case_legal_rules_source,
    DROP CONSTRAINT case_legal_rules_calendar_known,
    DROP CONSTRAINT case_legal_rules_publisher_known;
ALTER TABLE crm.case_resolutions
    DROP CONSTRAINT case_resolutions_code_shape,
    DROP CONSTRAINT case_resolutions_named,
    DROP CONSTRAINT case_resolutions_editor_known;
ALTER TABLE crm.case_categories
    DROP CONSTRAINT case_categories_code_shape,
    DROP CONSTRAINT case_categories_named,
    DROP CONSTRAINT case_categories_unit_known,
    DROP CONSTRAINT case_categories_editor_known;
