ALTER POLICY suspicion_rules_read ON crm.suspicion_rules USING ((SELECT iam.reach('suspicion', 'R')) = 4);
ALTER POLICY suspicion_rules_update ON crm.suspicion_rules USING ((SELECT iam.reach('suspicion', 'U')) = 4);
