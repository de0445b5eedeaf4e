DROP TRIGGER number_left_case ON crm.cases;
DROP TRIGGER number_case ON crm.cases;
CREATE OR REPLACE FUNCTION crm.number_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    local_year integer := extract(year FROM NEW.created_at AT TIME ZONE (SELECT b.time_zone FROM iam.branches b WHERE b.branch_code = NEW.branch_code));
    given integer;
BEGIN
    INSERT INTO crm.case_numbers AS n (branch_code, year, last_number) VALUES (NEW.branch_code, local_year, 1)
        ON CONFLICT (branch_code, year) DO UPDATE SET last_number = n.last_number + 1 RETURNING n.last_number INTO given;
    NEW.case_no := format('CASE-%s-%s-%s', local_year, NEW.branch_code, CASE WHEN given < 1000000 THEN lpad(given::text, 6, '0') ELSE given::text END);
    RETURN NEW;
END $$;
CREATE TRIGGER number_case BEFORE INSERT ON crm.cases FOR EACH ROW EXECUTE FUNCTION crm.number_case();
DROP FUNCTION crm.number_left_case();
DROP FUNCTION crm.give_case_number(uuid);
DROP FUNCTION crm.next_case_number(text, timestamptz);
REVOKE UPDATE (case_no) ON crm.cases FROM simpul_search;
ALTER TABLE crm.cases ALTER COLUMN case_no SET NOT NULL;
CREATE OR REPLACE FUNCTION crm.judge_case() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A case is never deleted.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'NEW' OR NEW.final_response IS NOT NULL THEN
            RAISE EXCEPTION 'A case begins as NEW, without a response.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.case_id, NEW.case_no, NEW.customer_id, NEW.branch_code, NEW.channel, NEW.description, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.case_id, OLD.case_no, OLD.customer_id, OLD.branch_code, OLD.channel, OLD.description, OLD.created_at, OLD.created_by) THEN
        RAISE EXCEPTION 'What was received does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.first_resolved_at IS NOT NULL AND NEW.first_resolved_at IS DISTINCT FROM OLD.first_resolved_at THEN
        RAISE EXCEPTION 'The first resolution does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.status IN ('RESOLVED', 'CLOSED') AND NEW.status IN ('RESOLVED', 'CLOSED')
       AND (NEW.final_response, NEW.resolved_at) IS DISTINCT FROM (OLD.final_response, OLD.resolved_at) THEN
        RAISE EXCEPTION 'A response that was given does not change; the case is reopened first.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.status <> OLD.status AND NOT (OLD.status, NEW.status) IN (
        ('NEW', 'IN_PROGRESS'), ('NEW', 'ESCALATED'), ('NEW', 'RESOLVED'), ('IN_PROGRESS', 'ESCALATED'), ('IN_PROGRESS', 'WAITING_INFO'),
        ('IN_PROGRESS', 'RESOLVED'), ('WAITING_INFO', 'IN_PROGRESS'), ('WAITING_INFO', 'ESCALATED'), ('WAITING_INFO', 'RESOLVED'),
        ('ESCALATED', 'IN_PROGRESS'), ('ESCALATED', 'RESOLVED'), ('RESOLVED', 'CLOSED'), ('RESOLVED', 'IN_PROGRESS'), ('CLOSED', 'IN_PROGRESS')) THEN
        RAISE EXCEPTION 'A case goes from % to % never.', OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.assigned_to_user_id IS DISTINCT FROM OLD.assigned_to_user_id AND NEW.assigned_to_user_id IS DISTINCT FROM iam.uid()
       AND current_user IN ('simpul_app', 'simpul_worker') AND NOT NEW.branch_code = ANY (crm.case_branches('A'))
       AND NOT (crm.case_reach('A') >= 3 AND coalesce(NEW.assigned_unit_code = ANY (iam.scope_units()), false)) THEN
        RAISE EXCEPTION 'Only who assigns cases gives one to somebody else.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
