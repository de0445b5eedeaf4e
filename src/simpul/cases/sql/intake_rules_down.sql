DROP POLICY case_intake_read ON crm.case_intake;
DROP POLICY case_intake_insert ON crm.case_intake;
DROP POLICY case_intake_update ON crm.case_intake;
DROP POLICY case_intake_delete ON crm.case_intake;
DROP POLICY case_replies_read ON crm.case_replies;
DROP POLICY case_replies_insert ON crm.case_replies;
DROP POLICY case_replies_update ON crm.case_replies;
DROP POLICY case_replies_delete ON crm.case_replies;
ALTER TABLE crm.case_intake NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.case_intake DISABLE ROW LEVEL SECURITY;
ALTER TABLE crm.case_replies NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.case_replies DISABLE ROW LEVEL SECURITY;
DROP TRIGGER judge_case_intake ON crm.case_intake;
DROP FUNCTION crm.judge_case_intake();
DROP FUNCTION crm.case_handlers(text, text);
ALTER TABLE crm.case_intake
    DROP CONSTRAINT case_intake_customer_known,
    DROP CONSTRAINT case_intake_branch_known,
    DROP CONSTRAINT case_intake_receiver_known,
    DROP CONSTRAINT case_intake_decider_known,
    DROP CONSTRAINT case_intake_reasons,
    DROP CONSTRAINT case_intake_placed,
    DROP CONSTRAINT case_intake_discard_length;
ALTER TABLE crm.case_replies
    DROP CONSTRAINT case_replies_owner_known,
    DROP CONSTRAINT case_replies_lengths;
