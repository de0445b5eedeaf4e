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

-- Timers are moved by whoever works on their subject: in reach of the customer, in the branch, or, where the subject
-- has neither, anybody who is signed in. The worker and the administrators reach all of them.
CALL iam.protect('crm.timers');
DO $$
DECLARE
    reached text := $sql$
        CASE WHEN customer_id IS NOT NULL
             THEN customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = timers.customer_id)
             WHEN branch_code IS NOT NULL THEN branch_code = ANY ((SELECT iam.scope_branches())::text[])
             ELSE (SELECT iam.uid()) IS NOT NULL END
    $sql$;
    managed text := $sql$(SELECT iam.reach('configuration', 'M')) = 4$sql$;
BEGIN
    EXECUTE format('CREATE POLICY timers_read ON crm.timers FOR SELECT TO simpul_app, simpul_worker USING (%s OR (SELECT iam.reach(''configuration'', ''R'')) = 4 OR %s)', managed, reached);
    EXECUTE format('CREATE POLICY timers_insert ON crm.timers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (%s OR %s)', managed, reached);
    EXECUTE format('CREATE POLICY timers_update ON crm.timers FOR UPDATE TO simpul_app, simpul_worker USING (%s OR %s) WITH CHECK (%s OR %s)', managed, reached, managed, reached);
    -- Only what is over goes, and only by the worker's housekeeping.
    EXECUTE format('CREATE POLICY timers_delete ON crm.timers FOR DELETE TO simpul_app, simpul_worker USING (%s AND status IN (''FIRED'', ''CANCELLED''))', managed);
END $$;
