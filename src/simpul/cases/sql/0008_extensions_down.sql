DROP POLICY case_extensions_read ON crm.case_extensions;
DROP POLICY case_extensions_insert ON crm.case_extensions;
DROP POLICY case_extensions_update ON crm.case_extensions;
DROP POLICY case_extensions_delete ON crm.case_extensions;
ALTER TABLE crm.case_extensions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.case_extensions DISABLE ROW LEVEL SECURITY;
DROP TRIGGER refuse_truncate ON crm.case_extensions;
DROP TRIGGER judge_case_extension ON crm.case_extensions;
DROP FUNCTION crm.judge_case_extension();
ALTER TABLE crm.case_extensions
    DROP CONSTRAINT case_extensions_note_length,
    DROP CONSTRAINT case_extensions_proof_known,
    DROP CONSTRAINT case_extensions_requester_known,
    DROP CONSTRAINT case_extensions_decider_known;
