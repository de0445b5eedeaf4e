-- A case may be stored without its number, which is then given as late in the same transaction as can be: the counter of its branch and
-- year is locked from there until the commit, and only for that long. At the commit the database numbers whatever is left.
ALTER TABLE crm.cases ALTER COLUMN case_no DROP NOT NULL;
DROP TRIGGER number_case ON crm.cases;
CREATE TRIGGER number_case BEFORE INSERT ON crm.cases FOR EACH ROW WHEN (NEW.case_no IS NOT NULL) EXECUTE FUNCTION crm.number_case();

CREATE FUNCTION crm.next_case_number(branch text, received timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    local_year integer := extract(year FROM received AT TIME ZONE (SELECT b.time_zone FROM iam.branches b WHERE b.branch_code = branch));
    given integer;
BEGIN
    INSERT INTO crm.case_numbers AS n (branch_code, year, last_number) VALUES (branch, local_year, 1)
        ON CONFLICT (branch_code, year) DO UPDATE SET last_number = n.last_number + 1 RETURNING n.last_number INTO given;
    RETURN format('CASE-%s-%s-%s', local_year, branch, CASE WHEN given < 1000000 THEN lpad(given::text, 6, '0') ELSE given::text END);
END $$;

-- Only a case of this very transaction has no number: no other can be numbered, and none can be numbered again.
CREATE FUNCTION crm.give_case_number(wanted uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
DECLARE
    waiting record;
    number text;
BEGIN
    SELECT c.branch_code, c.created_at INTO waiting FROM crm.cases c WHERE c.case_id = wanted AND c.case_no IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no case of this transaction that waits for its number.' USING ERRCODE = 'check_violation';
    END IF;
    number := crm.next_case_number(waiting.branch_code, waiting.created_at);
    UPDATE crm.cases SET case_no = number WHERE case_id = wanted;
    RETURN number;
END $$;
CREATE FUNCTION crm.number_left_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM crm.cases c WHERE c.case_id = NEW.case_id AND c.case_no IS NULL) THEN
        PERFORM crm.give_case_number(NEW.case_id);
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER number_left_case AFTER INSERT ON crm.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.case_no IS NULL) EXECUTE FUNCTION crm.number_left_case();

CREATE OR REPLACE FUNCTION crm.number_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    NEW.case_no := crm.next_case_number(NEW.branch_code, NEW.created_at);
    RETURN NEW;
END $$;
ALTER FUNCTION crm.next_case_number(text, timestamptz) OWNER TO simpul_search;
ALTER FUNCTION crm.give_case_number(uuid) OWNER TO simpul_search;
ALTER FUNCTION crm.number_left_case() OWNER TO simpul_search;
GRANT UPDATE (case_no) ON crm.cases TO simpul_search;
REVOKE EXECUTE ON FUNCTION crm.next_case_number(text, timestamptz) FROM PUBLIC, simpul_app, simpul_worker, simpul_migrate, simpul_sealer;
REVOKE EXECUTE ON FUNCTION crm.give_case_number(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.give_case_number(uuid) TO simpul_app, simpul_worker;

-- What a case is about stays; a number is given once, and by the database alone.
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
    IF OLD.case_no IS NULL AND NEW.case_no IS NOT NULL AND current_user IN ('simpul_app', 'simpul_worker') THEN
        RAISE EXCEPTION 'The database alone numbers cases.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (OLD.case_no IS NOT NULL AND NEW.case_no IS DISTINCT FROM OLD.case_no) OR (NEW.case_id, NEW.customer_id, NEW.branch_code, NEW.channel, NEW.description, NEW.created_at, NEW.created_by)
       IS DISTINCT FROM (OLD.case_id, OLD.customer_id, OLD.branch_code, OLD.channel, OLD.description, OLD.created_at, OLD.created_by) THEN
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
