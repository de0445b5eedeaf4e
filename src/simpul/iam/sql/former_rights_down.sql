DROP VIEW iam.user_periods, iam.user_role_periods, iam.grant_periods, iam.switch_periods, iam.scope_periods, iam.unit_branch_periods,
          iam.elevation_periods, iam.customer_reach_periods;
DROP TRIGGER keep_former_update ON iam.customer_reach;
DROP TRIGGER keep_former_delete ON iam.customer_reach;
DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['users', 'roles', 'user_roles', 'grants', 'user_switches', 'user_branch_scopes', 'unit_branches'] LOOP
        EXECUTE format('DROP TRIGGER keep_former ON iam.%I', target);
        EXECUTE format('DROP TRIGGER note_since ON iam.%I', target);
        EXECUTE format('ALTER TABLE iam.%I DROP COLUMN since', target);
    END LOOP;
END $$;
DROP TABLE iam.rights_history, iam.former_rights, iam.former_customer_reach;
DROP FUNCTION iam.keep_former_reach(), iam.keep_former_right(), iam.note_since(), iam.right_state(jsonb, text[]), iam.keep_history();
