-- A rule of suspicion is changed when two people agree.
CREATE FUNCTION crm.guard_suspicion_rule() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF NOT iam.change_is_applied() THEN
        RAISE EXCEPTION 'This change takes a second person.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'second_person';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER second_person AFTER UPDATE ON crm.suspicion_rules
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION crm.guard_suspicion_rule();
