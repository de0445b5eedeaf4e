DROP TRIGGER judge_template_version ON crm.message_template_versions;
DROP FUNCTION crm.judge_template_version();
DROP TRIGGER judge_message_template ON crm.message_templates;
DROP FUNCTION crm.judge_message_template();
ALTER TABLE crm.outbound_messages DROP CONSTRAINT outbound_messages_template_known;
ALTER TABLE crm.message_template_versions
    DROP CONSTRAINT message_template_versions_author_known, DROP CONSTRAINT message_template_versions_submitter_known, DROP CONSTRAINT message_template_versions_approver_known,
    DROP CONSTRAINT message_template_versions_rejecter_known, DROP CONSTRAINT message_template_versions_retirer_known, DROP CONSTRAINT message_template_versions_written,
    DROP CONSTRAINT message_template_versions_approved_by_another, DROP CONSTRAINT message_template_versions_hashed, DROP CONSTRAINT message_template_versions_size;
ALTER TABLE crm.message_templates
    DROP CONSTRAINT message_templates_key_shape, DROP CONSTRAINT message_templates_named, DROP CONSTRAINT message_templates_creator_known;
