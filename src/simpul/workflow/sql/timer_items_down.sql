DROP POLICY timers_read ON crm.timers;
DROP POLICY timers_insert ON crm.timers;
DROP POLICY timers_update ON crm.timers;
