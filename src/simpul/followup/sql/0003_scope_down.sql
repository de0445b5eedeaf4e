DROP FUNCTION crm.followup_own_members();
DROP FUNCTION crm.followup_agent_of_caller();
DROP FUNCTION crm.followup_reach(text);
