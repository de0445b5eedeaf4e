ALTER TABLE crm.timers
    ADD CONSTRAINT timers_customer_known FOREIGN KEY (customer_id) REFERENCES iam.customer_reach (customer_id),
    ADD CONSTRAINT timers_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT timers_key_shape CHECK (length(key) BETWEEN 1 AND 300),
    ADD CONSTRAINT timers_kind_shape CHECK (kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$'),
    ADD CONSTRAINT timers_data_object CHECK (jsonb_typeof(data) = 'object');

-- What has fired stays fired, by whatever path: its effects were committed with it.
CREATE FUNCTION crm.keep_fired() RETURNS trigger LANGUAGE plpgsql SET search_path = crm, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'A timer fires once.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_fired BEFORE UPDATE ON crm.timers FOR EACH ROW
    WHEN (OLD.status = 'FIRED') EXECUTE FUNCTION crm.keep_fired();

CALL iam.protect('crm.timers');
-- Only what is over goes, and only by the worker's housekeeping.
CREATE POLICY timers_delete ON crm.timers FOR DELETE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4 AND status IN ('FIRED', 'CANCELLED'));
