DROP TRIGGER judge_eligibility ON crm.campaign_eligibility;
DROP FUNCTION crm.judge_eligibility();
DROP TRIGGER judge_campaign ON crm.campaigns;
DROP FUNCTION crm.judge_campaign();
DROP FUNCTION crm.campaign_is_as_approved(uuid, uuid);
REVOKE SELECT ON crm.segments, crm.segment_versions, crm.message_template_versions FROM simpul_search;
ALTER TABLE crm.campaign_handoffs DROP CONSTRAINT campaign_handoffs_campaign_known;
DROP TRIGGER know_campaigns ON crm.campaign_eligibility;
DROP FUNCTION crm.know_campaigns();
ALTER TABLE crm.campaigns
    DROP CONSTRAINT campaigns_segment_known,
    DROP CONSTRAINT campaigns_segment_version_known,
    DROP CONSTRAINT campaigns_template_known,
    DROP CONSTRAINT campaigns_template_version_known,
    DROP CONSTRAINT campaigns_author_known,
    DROP CONSTRAINT campaigns_editor_known,
    DROP CONSTRAINT campaigns_submitter_known,
    DROP CONSTRAINT campaigns_approver_known,
    DROP CONSTRAINT campaigns_number_shape,
    DROP CONSTRAINT campaigns_values_shape,
    DROP CONSTRAINT campaigns_texts_length;
DROP SEQUENCE crm.campaign_numbers;
