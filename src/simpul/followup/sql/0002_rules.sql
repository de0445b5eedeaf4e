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
        FOREIGN KEY (customer_id) REFERENCES crm.followup_members (customer_id),
    ADD CONSTRAINT followup_assignments_reason_known CHECK (
        reason IN ('DEALT', 'RETURNED', 'NOT_FOLLOWED_UP', 'NO_DEPOSIT')
        AND (window_reason IS NULL OR window_reason IN ('DEPOSIT', 'ONLY_AGENT', 'PENDING'))
        AND (ended_reason IS NULL OR ended_reason IN ('NOT_FOLLOWED_UP', 'NO_DEPOSIT', 'LEFT')));
ALTER TABLE crm.followup_entries
    ADD CONSTRAINT followup_entries_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT followup_entries_requester_known
        FOREIGN KEY (requested_by) REFERENCES iam.users (user_id);

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
