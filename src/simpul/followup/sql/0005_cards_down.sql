DROP POLICY followup_members_insert ON crm.followup_members;
DROP POLICY followup_members_update ON crm.followup_members;
DROP POLICY followup_members_delete ON crm.followup_members;
DROP POLICY followup_assignments_insert ON crm.followup_assignments;
DROP POLICY followup_assignments_update ON crm.followup_assignments;
DROP POLICY followup_assignments_delete ON crm.followup_assignments;
DROP POLICY followup_runs_insert ON crm.followup_runs;
DROP POLICY followup_runs_update ON crm.followup_runs;
DROP POLICY followup_runs_delete ON crm.followup_runs;
DROP POLICY followup_entries_update ON crm.followup_entries;
DROP POLICY followup_entries_delete ON crm.followup_entries;
DROP FUNCTION crm.followup_moves_of_caller(uuid, integer);
DROP FUNCTION crm.followup_phone(uuid);
DROP FUNCTION crm.followup_deposits(uuid, text[], numeric, integer);
DROP FUNCTION crm.followup_contacts(uuid, integer);
DROP FUNCTION crm.followup_cards(uuid[], text[], numeric);
DROP FUNCTION crm.followup_seen(uuid[]);
DROP FUNCTION crm.followup_days(date, date, uuid);
DROP FUNCTION crm.followup_rota(date[], timestamptz);
DROP POLICY rm_activities_insert_followup ON crm.rm_activities;
DROP POLICY followup_entries_insert ON crm.followup_entries;
CREATE POLICY followup_entries_insert ON crm.followup_entries FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK (requested_by = (SELECT iam.uid()) AND handled_at IS NULL
                AND (SELECT iam.reach('configuration', 'M')) = 4);
DROP POLICY followup_members_read ON crm.followup_members;
CREATE POLICY followup_members_read ON crm.followup_members FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.own_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);
DROP POLICY followup_assignments_read ON crm.followup_assignments;
CREATE POLICY followup_assignments_read ON crm.followup_assignments FOR SELECT TO simpul_app, simpul_worker
    USING (CASE (SELECT crm.followup_reach('R'))
               WHEN 4 THEN true
               WHEN 3 THEN branch_code = ANY ((SELECT iam.own_branches())::text[])
               WHEN 0 THEN false
               ELSE customer_id IN (SELECT crm.followup_own_members()) END);
DROP FUNCTION crm.followup_member_reach(text);
