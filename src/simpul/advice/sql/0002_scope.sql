ALTER TABLE crm.alert_acknowledgements
    ADD CONSTRAINT alert_acknowledgements_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT alert_acknowledgements_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT alert_acknowledgements_code_shape CHECK (alert_code ~ '^[A-Z][A-Z_]+$' AND length(alert_code) BETWEEN 3 AND 40),
    -- A withdrawn consent is never put aside, by whatever path.
    ADD CONSTRAINT alert_acknowledgements_not_consent CHECK (alert_code <> 'CONSENT_WITHDRAWN');

CALL iam.protect('crm.alert_acknowledgements');
CREATE POLICY alert_acknowledgements_read ON crm.alert_acknowledgements FOR SELECT TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY alert_acknowledgements_insert ON crm.alert_acknowledgements FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    user_id = (SELECT iam.uid()) AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r WHERE r.customer_id = alert_acknowledgements.customer_id));
CREATE POLICY alert_acknowledgements_update ON crm.alert_acknowledgements FOR UPDATE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
CREATE POLICY alert_acknowledgements_delete ON crm.alert_acknowledgements FOR DELETE TO simpul_app, simpul_worker USING (user_id = (SELECT iam.uid()));
