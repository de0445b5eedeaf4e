DROP FUNCTION audit.drop_month(date);
DROP FUNCTION audit.begin_era();
DROP TABLE audit.audit_seals;
REVOKE INSERT ON audit.audit_logs FROM simpul_sealer;
ALTER POLICY audit_logs_insert ON audit.audit_logs WITH CHECK (actor_user_id = (SELECT iam.uid()));
DROP INDEX audit.audit_logs_seal_idx;
ALTER TABLE audit.audit_logs DROP COLUMN era;
