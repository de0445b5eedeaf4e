DROP POLICY timers_read ON crm.timers;
DROP POLICY timers_insert ON crm.timers;
DROP POLICY timers_update ON crm.timers;
DROP POLICY timers_delete ON crm.timers;
ALTER TABLE crm.timers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.timers DISABLE ROW LEVEL SECURITY;
DROP TRIGGER keep_fired ON crm.timers;
DROP FUNCTION crm.keep_fired();
ALTER TABLE crm.timers
    DROP CONSTRAINT timers_customer_known,
    DROP CONSTRAINT timers_branch_known,
    DROP CONSTRAINT timers_key_shape,
    DROP CONSTRAINT timers_kind_shape,
    DROP CONSTRAINT timers_data_object;
