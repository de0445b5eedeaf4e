-- Where a refused attempt went. Whoever was refused must not learn it, so the row gets its branch here and nothing is handed back.
CREATE FUNCTION crm.place_refusal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked text := CASE WHEN NEW.object_type = 'OPERATION' THEN NEW.meta ->> 'subject' ELSE NEW.object_id END;
    place text;
BEGIN
    IF NEW.customer_id IS NOT NULL THEN
        SELECT r.branch_code INTO place FROM iam.customer_reach r WHERE r.customer_id = NEW.customer_id;
    ELSIF asked ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN
        IF NEW.object_type = 'CASE' OR NEW.object_id LIKE 'cases\_%' THEN
            SELECT c.branch_code INTO place FROM crm.cases c WHERE c.case_id = asked::uuid;
        ELSIF NEW.object_type = 'DOCUMENT' OR NEW.object_id LIKE 'documents\_%' THEN
            SELECT d.branch_code INTO place FROM crm.documents d WHERE d.document_id = asked::uuid;
        ELSE
            SELECT r.branch_code INTO place FROM iam.customer_reach r WHERE r.customer_id = asked::uuid;
        END IF;
    END IF;
    NEW.branch_code := place;
    RETURN NEW;
END $$;
ALTER FUNCTION crm.place_refusal() OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.place_refusal() FROM PUBLIC;
CREATE TRIGGER audit_logs_place_refusal BEFORE INSERT ON audit.audit_logs FOR EACH ROW
    WHEN (NEW.outcome = 'DENIED' AND NEW.branch_code IS NULL AND (NEW.customer_id IS NOT NULL OR NEW.object_type IN ('OPERATION', 'CASE', 'DOCUMENT')))
    EXECUTE FUNCTION crm.place_refusal();

INSERT INTO crm.suspicion_rules (rule_key, thresholds) VALUES
    ('OTHER_BRANCHES', '{"minimum": 6}'),
    ('ATTACKED_ACCOUNT', '{"minimum": 8}'),
    ('BULK_READING', '{"rows": 5000, "downloads": 30}')
ON CONFLICT (rule_key) DO NOTHING;
