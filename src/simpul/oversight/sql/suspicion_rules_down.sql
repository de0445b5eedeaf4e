DROP INDEX crm.suspicion_alert_rows_order_idx;
REVOKE UPDATE (figures, state, reason, reviewed_by, reviewed_at, version) ON crm.suspicion_alerts FROM simpul_app, simpul_worker;
GRANT UPDATE ON crm.suspicion_alerts TO simpul_app, simpul_worker;
ALTER TABLE crm.audit_filters
    DROP CONSTRAINT audit_filters_owner_known, DROP CONSTRAINT audit_filters_role_known,
    DROP CONSTRAINT audit_filters_name_length, DROP CONSTRAINT audit_filters_conditions_object;
ALTER TABLE crm.suspicion_alerts
    DROP CONSTRAINT suspicion_alerts_user_known, DROP CONSTRAINT suspicion_alerts_reviewer_known, DROP CONSTRAINT suspicion_alerts_not_own;
ALTER TABLE crm.suspicion_rules DROP CONSTRAINT suspicion_rules_changer_known, DROP CONSTRAINT suspicion_rules_thresholds_object;
