-- Nobody gives anything to themself, by a way round either: by a branch more for a unit that they work for, or by becoming its head.
CREATE FUNCTION iam.guard_own_unit() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.is_product() AND EXISTS (SELECT FROM iam.user_branch_scopes s WHERE s.user_id = iam.uid() AND s.unit_code = NEW.unit_code
                                     AND (s.active_to IS NULL OR s.active_to > statement_timestamp())) THEN
        RAISE EXCEPTION 'Nobody adds a branch to a unit that they work for.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_own_unit BEFORE INSERT OR UPDATE ON iam.unit_branches FOR EACH ROW EXECUTE FUNCTION iam.guard_own_unit();

CREATE FUNCTION iam.guard_own_head() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.is_product() AND NEW.head_user_id = iam.uid() AND (TG_OP = 'INSERT' OR NEW.head_user_id IS DISTINCT FROM OLD.head_user_id) THEN
        RAISE EXCEPTION 'Nobody makes themself the head of a place.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_own_head BEFORE INSERT OR UPDATE ON iam.units FOR EACH ROW EXECUTE FUNCTION iam.guard_own_head();
CREATE TRIGGER guard_own_head BEFORE INSERT OR UPDATE ON iam.branches FOR EACH ROW EXECUTE FUNCTION iam.guard_own_head();

-- Nobody stands behind a program who could answer for what administrators and compliance decide, whatever the role is called.
CREATE FUNCTION iam.guard_role_of_program() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF iam.is_product() AND EXISTS (SELECT FROM iam.users u WHERE u.user_id = NEW.user_id AND u.kind = 'SERVICE')
       AND (EXISTS (SELECT FROM iam.roles r WHERE r.role_id = NEW.role_id AND coalesce(r.based_on, r.role_key) IN ('ADMIN', 'COMPLIANCE'))
            OR EXISTS (SELECT FROM iam.grants g WHERE g.role_id = NEW.role_id AND g.resource IN ('configuration', 'audit', 'suspicion'))) THEN
        RAISE EXCEPTION 'This role is not for programs.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_role_of_program BEFORE INSERT OR UPDATE ON iam.user_roles FOR EACH ROW EXECUTE FUNCTION iam.guard_role_of_program();
