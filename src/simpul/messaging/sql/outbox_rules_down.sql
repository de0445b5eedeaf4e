DROP POLICY outbound_messages_read ON crm.outbound_messages;
DROP POLICY outbound_messages_insert ON crm.outbound_messages;
DROP POLICY outbound_messages_update ON crm.outbound_messages;
DROP POLICY outbound_messages_delete ON crm.outbound_messages;
ALTER TABLE crm.outbound_messages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.outbound_messages DISABLE ROW LEVEL SECURITY;
DROP TRIGGER judge_outbound_message ON crm.outbound_messages;
DROP FUNCTION crm.judge_outbound_message();
DROP FUNCTION iam.resources_whole(text);
ALTER TABLE crm.outbound_messages
    DROP CONSTRAINT outbound_messages_customer_known,
    DROP CONSTRAINT outbound_messages_branch_known,
    DROP CONSTRAINT outbound_messages_document_known,
    DROP CONSTRAINT outbound_messages_creator_known,
    DROP CONSTRAINT outbound_messages_reason_shape;
