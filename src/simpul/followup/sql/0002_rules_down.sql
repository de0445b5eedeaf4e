DROP TRIGGER followup_agents_gapless ON crm.followup_agents;
DROP FUNCTION crm.followup_numbers_checked();
