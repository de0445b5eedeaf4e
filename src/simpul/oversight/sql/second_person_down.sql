DROP TRIGGER second_person ON crm.suspicion_rules;
DROP FUNCTION crm.guard_suspicion_rule();
