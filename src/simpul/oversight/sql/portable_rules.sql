-- How the rules are set is configuration: it is read and brought in with the configuration file. What the rules found stays with those who watch.
ALTER POLICY suspicion_rules_read ON crm.suspicion_rules USING (
    (SELECT iam.reach('suspicion', 'R')) = 4 OR (SELECT greatest(iam.reach('configuration', 'R'), iam.reach('configuration', 'M'))) = 4);
ALTER POLICY suspicion_rules_update ON crm.suspicion_rules USING (
    (SELECT iam.reach('suspicion', 'U')) = 4 OR (SELECT iam.reach('configuration', 'M')) = 4);
