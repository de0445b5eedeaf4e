-- A workflow that guards access comes in force when two people agree.
CREATE FUNCTION crm.guard_published_workflow() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    IF NOT iam.change_is_applied()
       AND EXISTS (SELECT FROM crm.workflow_definitions d WHERE d.definition_id = NEW.definition_id
                    AND d.key IN ('break_glass', 'consent_change', 'customer_change', 'control_change')) THEN
        RAISE EXCEPTION 'This change takes a second person.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'second_person';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER second_person AFTER INSERT ON crm.workflow_versions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (iam.takes_two()) EXECUTE FUNCTION crm.guard_published_workflow();
