ALTER TABLE crm.followup_agents
    ADD CONSTRAINT followup_agents_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id);
ALTER TABLE crm.followup_days_off
    ADD CONSTRAINT followup_days_off_reason CHECK (length(reason) <= 200),
    ADD CONSTRAINT followup_days_off_creator_known
        FOREIGN KEY (created_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.followup_members
    ADD CONSTRAINT followup_members_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT followup_members_branch_known
        FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code);
ALTER TABLE crm.followup_assignments
    ADD CONSTRAINT followup_assignments_member_known
        FOREIGN KEY (customer_id) REFERENCES crm.followup_members (customer_id) NOT ENFORCED,
    ADD CONSTRAINT followup_assignments_agent_known
        FOREIGN KEY (agent_id) REFERENCES crm.followup_agents (agent_id) NOT ENFORCED,
    ADD CONSTRAINT followup_assignments_reason_known CHECK (
        reason IN ('DEALT', 'RETURNED', 'NOT_FOLLOWED_UP', 'NO_DEPOSIT')
        AND (window_reason IS NULL OR window_reason IN ('DEPOSIT', 'ONLY_AGENT', 'PENDING'))
        AND (ended_reason IS NULL OR ended_reason IN ('NOT_FOLLOWED_UP', 'NO_DEPOSIT', 'LEFT')));
ALTER TABLE crm.followup_entries
    ADD CONSTRAINT followup_entries_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT followup_entries_requester_known
        FOREIGN KEY (requested_by) REFERENCES iam.users (user_id);

-- A run adds a million rows: their keys are checked once a statement, by looking, because members and agents are never
-- deleted and keep their keys (ADR 24).
CREATE FUNCTION crm.refuse_unknown_followup() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF TG_LEVEL = 'ROW' THEN
        PERFORM FROM crm.followup_members m WHERE m.customer_id = NEW.customer_id;
        IF NOT FOUND THEN
            PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, 'followup_assignments_member_known');
        END IF;
        PERFORM FROM crm.followup_agents g WHERE g.agent_id = NEW.agent_id;
        IF NOT FOUND THEN
            PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, 'followup_assignments_agent_known');
        END IF;
        RETURN NULL;
    END IF;
    PERFORM FROM changed n
      WHERE (SELECT true FROM crm.followup_members m WHERE m.customer_id = n.customer_id) IS NULL LIMIT 1;
    IF FOUND THEN
        PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, 'followup_assignments_member_known');
    END IF;
    PERFORM FROM (SELECT DISTINCT agent_id FROM changed OFFSET 0) n
      WHERE (SELECT true FROM crm.followup_agents g WHERE g.agent_id = n.agent_id) IS NULL LIMIT 1;
    IF FOUND THEN
        PERFORM crm.refuse_unknown_key(TG_TABLE_NAME, 'followup_assignments_agent_known');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER followup_known_insert AFTER INSERT ON crm.followup_assignments
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_unknown_followup();
CREATE TRIGGER followup_known_update AFTER UPDATE ON crm.followup_assignments FOR EACH ROW
    WHEN (OLD.customer_id <> NEW.customer_id OR OLD.agent_id <> NEW.agent_id)
    EXECUTE FUNCTION crm.refuse_unknown_followup();
ALTER FUNCTION crm.refuse_unknown_followup() OWNER TO simpul_search;
GRANT SELECT ON crm.followup_members TO simpul_search;
CREATE FUNCTION crm.refuse_followup_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'Members and agents of the follow-up programme are never deleted and keep their keys.'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refuse_delete BEFORE DELETE ON crm.followup_members
    FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_followup_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.followup_members
    FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_followup_change();
CREATE TRIGGER refuse_renumbering BEFORE UPDATE OF customer_id ON crm.followup_members
    FOR EACH ROW WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm.refuse_followup_change();
CREATE TRIGGER refuse_delete BEFORE DELETE ON crm.followup_agents
    FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_followup_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON crm.followup_agents
    FOR EACH STATEMENT EXECUTE FUNCTION crm.refuse_followup_change();
CREATE TRIGGER refuse_renumbering BEFORE UPDATE OF agent_id ON crm.followup_agents
    FOR EACH ROW WHEN (OLD.agent_id <> NEW.agent_id) EXECUTE FUNCTION crm.refuse_followup_change();

-- The numbers of those in the programme are 1..N without a gap or a double, whenever a transaction ends.
ALTER TABLE crm.followup_agents
    ADD CONSTRAINT followup_agents_number_once UNIQUE (number) DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION crm.followup_numbers_checked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF (SELECT count(a.number) <> coalesce(max(a.number), 0) FROM crm.followup_agents a) THEN
        RAISE EXCEPTION 'The numbers of follow-up agents have a gap.' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'followup_agents_gapless';
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION crm.followup_numbers_checked() OWNER TO simpul_search;
CREATE CONSTRAINT TRIGGER followup_agents_gapless
    AFTER INSERT OR UPDATE OF number OR DELETE ON crm.followup_agents
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION crm.followup_numbers_checked();
GRANT SELECT ON crm.followup_agents TO simpul_search;
