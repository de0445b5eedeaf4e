DROP FUNCTION audit.make_month(date);
DROP POLICY audit_logs_default_owner ON audit.audit_logs_default;
