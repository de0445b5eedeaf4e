DROP TRIGGER audit_logs_place_refusal ON audit.audit_logs;
DROP FUNCTION crm.place_refusal();
-- What these rules found stays as it was found; without them nothing more is.
DELETE FROM crm.suspicion_rules r WHERE r.rule_key IN ('OTHER_BRANCHES', 'ATTACKED_ACCOUNT', 'BULK_READING')
   AND NOT EXISTS (SELECT FROM crm.suspicion_alerts a WHERE a.rule_key = r.rule_key);
