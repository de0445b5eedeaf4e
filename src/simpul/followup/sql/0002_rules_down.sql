REVOKE SELECT ON crm.followup_agents FROM simpul_search;
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
    DROP CONSTRAINT followup_assignments_reason_known;
ALTER TABLE crm.followup_members
    DROP CONSTRAINT followup_members_customer_known,
    DROP CONSTRAINT followup_members_branch_known;
