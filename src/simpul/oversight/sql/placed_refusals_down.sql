DROP TRIGGER audit_logs_place_refusal ON audit.audit_logs;
DROP FUNCTION crm.place_refusal();
-- The rows of the three rules stay: a release without them does not ask for them, and what was set is kept.
