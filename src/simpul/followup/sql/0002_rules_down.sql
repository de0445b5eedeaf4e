DROP TRIGGER refuse_renumbering ON crm.followup_agents;
DROP TRIGGER refuse_truncate ON crm.followup_agents;
DROP TRIGGER refuse_delete ON crm.followup_agents;
DROP TRIGGER refuse_renumbering ON crm.followup_members;
DROP TRIGGER refuse_truncate ON crm.followup_members;
DROP TRIGGER refuse_delete ON crm.followup_members;
DROP FUNCTION crm.refuse_followup_change();
DROP TRIGGER followup_known_update ON crm.followup_assignments;
DROP TRIGGER followup_known_insert ON crm.followup_assignments;
DROP FUNCTION crm.refuse_unknown_followup();
REVOKE SELECT ON crm.followup_agents, crm.followup_members FROM simpul_search;
DROP TRIGGER followup_agents_gapless ON crm.followup_agents;
DROP FUNCTION crm.followup_numbers_checked();
ALTER TABLE crm.followup_agents
    DROP CONSTRAINT followup_agents_number_once,
    DROP CONSTRAINT followup_agents_user_known;
ALTER TABLE crm.followup_days_off
    DROP CONSTRAINT followup_days_off_reason,
    DROP CONSTRAINT followup_days_off_creator_known;
ALTER TABLE crm.followup_entries
    DROP CONSTRAINT followup_entries_customer_known,
    DROP CONSTRAINT followup_entries_requester_known;
ALTER TABLE crm.followup_assignments
    DROP CONSTRAINT followup_assignments_member_known,
    DROP CONSTRAINT followup_assignments_agent_known,
    DROP CONSTRAINT followup_assignments_reason_known;
ALTER TABLE crm.followup_members
    DROP CONSTRAINT followup_members_customer_known,
    DROP CONSTRAINT followup_members_branch_known;
