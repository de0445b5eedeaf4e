DROP POLICY timers_case_read ON crm.timers;
DROP POLICY timers_case_insert ON crm.timers;
DROP POLICY timers_case_update ON crm.timers;
