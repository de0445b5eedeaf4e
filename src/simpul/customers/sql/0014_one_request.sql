-- What is asked for and not decided yet, once for each customer, field and value. The value stands as a digest: what it is, its request says.
ALTER TABLE crm.open_requested_values
    ADD CONSTRAINT open_requested_values_hash_size CHECK (octet_length(value_hash) = 32);
ALTER TABLE crm.change_request_askers
    ADD CONSTRAINT change_request_askers_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT change_request_askers_note CHECK (length(note) <= 500);

INSERT INTO crm.open_requested_values (customer_id, field, value_hash, change_request_id)
SELECT DISTINCT ON (r.customer_id, c.key, c.value::text) r.customer_id, c.key, sha256(convert_to(c.value::text, 'UTF8')), r.change_request_id
FROM crm.customer_change_requests r CROSS JOIN LATERAL jsonb_each(r.changes) c WHERE r.status = 'PENDING'
ORDER BY r.customer_id, c.key, c.value::text, r.requested_at, r.change_request_id;

CREATE FUNCTION crm.requested_values_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = crm, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM crm.open_requested_values WHERE change_request_id = NEW.change_request_id;
    END IF;
    IF NEW.status = 'PENDING' THEN
        INSERT INTO crm.open_requested_values (customer_id, field, value_hash, change_request_id)
        SELECT NEW.customer_id, c.key, sha256(convert_to(c.value::text, 'UTF8')), NEW.change_request_id FROM jsonb_each(NEW.changes) c;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER requested_values_insert AFTER INSERT ON crm.customer_change_requests FOR EACH ROW EXECUTE FUNCTION crm.requested_values_follow();
CREATE TRIGGER requested_values_update AFTER UPDATE ON crm.customer_change_requests FOR EACH ROW
    WHEN ((OLD.status, OLD.changes) IS DISTINCT FROM (NEW.status, NEW.changes)) EXECUTE FUNCTION crm.requested_values_follow();
GRANT SELECT, INSERT, DELETE ON crm.open_requested_values TO simpul_search;
ALTER FUNCTION crm.requested_values_follow() OWNER TO simpul_search;
REVOKE ALL ON FUNCTION crm.requested_values_follow() FROM PUBLIC, simpul_app, simpul_worker;

-- Who may ask learns whether the same was asked; the trigger alone writes.
CALL iam.protect('crm.open_requested_values');
CREATE POLICY open_requested_values_read ON crm.open_requested_values FOR SELECT TO simpul_app, simpul_worker USING (
    customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = open_requested_values.customer_id
                      AND (r.branch_code = ANY ((SELECT iam.branches_for('change_request', 'C'))::text[])
                           OR r.rm_user_id = (SELECT iam.portfolio_for('change_request', 'C')))));
CREATE POLICY open_requested_values_insert ON crm.open_requested_values FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY open_requested_values_update ON crm.open_requested_values FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY open_requested_values_delete ON crm.open_requested_values FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Further askers show as far as their request does; everybody adds only themself.
CALL iam.protect('crm.change_request_askers');
CREATE POLICY change_request_askers_read ON crm.change_request_askers FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid())
    OR change_request_id = (SELECT r.change_request_id FROM crm.customer_change_requests r WHERE r.change_request_id = change_request_askers.change_request_id));
CREATE POLICY change_request_askers_insert ON crm.change_request_askers FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid())
    AND change_request_id = (SELECT r.change_request_id FROM crm.customer_change_requests r WHERE r.change_request_id = change_request_askers.change_request_id
                                AND r.status = 'PENDING' AND r.requested_by <> (SELECT iam.uid())));
CREATE POLICY change_request_askers_update ON crm.change_request_askers FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY change_request_askers_delete ON crm.change_request_askers FOR DELETE TO simpul_app, simpul_worker USING (false);
