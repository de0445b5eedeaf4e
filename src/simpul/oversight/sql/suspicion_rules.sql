-- Who reads and judges alerts is a right of its own; installations from before get its grants here.
INSERT INTO iam.grants (grant_id, role_id, resource, action, reach, limited_to, per_user)
SELECT gen_random_uuid(), r.role_id, 'suspicion', g.action, 4, '', false
FROM iam.roles r JOIN (VALUES ('COMPLIANCE', 'R'), ('COMPLIANCE', 'U'), ('SYSTEM', 'R'), ('SYSTEM', 'C'), ('SYSTEM', 'U')) AS g (role_key, action) USING (role_key)
ON CONFLICT ON CONSTRAINT grants_once DO NOTHING;

INSERT INTO crm.suspicion_rules (rule_key, thresholds) VALUES
    ('SEARCH_PACE', '{"minimum": 40, "deviations": 8}'),
    ('DENIED_ACCESS', '{"minimum": 12}'),
    ('OFF_HOURS_VIEWS', '{"minimum": 6, "grace_minutes": 120}'),
    ('BULK_REVEAL', '{"minimum": 12}'),
    ('BREAK_GLASS_NO_CASE', '{"days": 30}')
ON CONFLICT (rule_key) DO NOTHING;

ALTER TABLE crm.suspicion_rules
    ADD CONSTRAINT suspicion_rules_changer_known FOREIGN KEY (changed_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT suspicion_rules_thresholds_object CHECK (jsonb_typeof(thresholds) = 'object');
ALTER TABLE crm.suspicion_alerts
    ADD CONSTRAINT suspicion_alerts_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT suspicion_alerts_reviewer_known FOREIGN KEY (reviewed_by) REFERENCES iam.users (user_id),
    -- Nobody judges what was found about themself.
    ADD CONSTRAINT suspicion_alerts_not_own CHECK (reviewed_by <> user_id);
ALTER TABLE crm.audit_filters
    ADD CONSTRAINT audit_filters_owner_known FOREIGN KEY (owner_user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT audit_filters_role_known FOREIGN KEY (shared_with) REFERENCES iam.roles (role_key),
    ADD CONSTRAINT audit_filters_name_length CHECK (length(name) BETWEEN 1 AND 80),
    ADD CONSTRAINT audit_filters_conditions_object CHECK (jsonb_typeof(conditions) = 'object');

DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['suspicion_rules', 'suspicion_watch', 'suspicion_alerts', 'suspicion_alert_rows', 'audit_filters'] LOOP
        CALL iam.protect(('crm.' || target)::regclass);
    END LOOP;
    -- Only the watch itself finds; alerts and the records behind them are never removed.
    FOREACH target IN ARRAY ARRAY['suspicion_watch', 'suspicion_alerts', 'suspicion_alert_rows'] LOOP
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach(''suspicion'', ''R'')) = 4)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''suspicion'', ''C'')) = 4)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON crm.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;
CREATE POLICY suspicion_watch_update ON crm.suspicion_watch FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('suspicion', 'C')) = 4);
CREATE POLICY suspicion_alert_rows_update ON crm.suspicion_alert_rows FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY suspicion_alerts_update ON crm.suspicion_alerts FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('suspicion', 'U')) = 4 AND user_id <> (SELECT iam.uid()));
CREATE POLICY suspicion_rules_read ON crm.suspicion_rules FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('suspicion', 'R')) = 4);
CREATE POLICY suspicion_rules_update ON crm.suspicion_rules FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach('suspicion', 'U')) = 4);
CREATE POLICY suspicion_rules_insert ON crm.suspicion_rules FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY suspicion_rules_delete ON crm.suspicion_rules FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A filter is its owner's; whoever holds the role that it is shared with reads it.
CREATE POLICY audit_filters_read ON crm.audit_filters FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.reach('audit', 'R')) >= 1 AND (owner_user_id = (SELECT iam.uid()) OR shared_with = ANY ((SELECT ARRAY(
        SELECT r.role_key FROM iam.user_roles ur JOIN iam.roles r USING (role_id) WHERE ur.user_id = iam.uid()))::text[])));
CREATE POLICY audit_filters_insert ON crm.audit_filters FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.reach('audit', 'R')) >= 1 AND owner_user_id = (SELECT iam.uid()));
CREATE POLICY audit_filters_update ON crm.audit_filters FOR UPDATE TO simpul_app, simpul_worker USING (owner_user_id = (SELECT iam.uid()));
CREATE POLICY audit_filters_delete ON crm.audit_filters FOR DELETE TO simpul_app, simpul_worker USING (owner_user_id = (SELECT iam.uid()));

-- What was found stays as it was found; a review changes its state and says why.
REVOKE UPDATE ON crm.suspicion_alerts FROM simpul_app, simpul_worker;
GRANT UPDATE (figures, state, reason, reviewed_by, reviewed_at, version) ON crm.suspicion_alerts TO simpul_app, simpul_worker;

CREATE INDEX suspicion_alert_rows_order_idx ON crm.suspicion_alert_rows (alert_id, created_at, audit_id);
