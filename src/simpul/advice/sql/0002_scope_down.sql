DROP POLICY alert_acknowledgements_read ON crm.alert_acknowledgements;
DROP POLICY alert_acknowledgements_insert ON crm.alert_acknowledgements;
DROP POLICY alert_acknowledgements_update ON crm.alert_acknowledgements;
DROP POLICY alert_acknowledgements_delete ON crm.alert_acknowledgements;
ALTER TABLE crm.alert_acknowledgements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE crm.alert_acknowledgements DISABLE ROW LEVEL SECURITY;
ALTER TABLE crm.alert_acknowledgements
    DROP CONSTRAINT alert_acknowledgements_user_known,
    DROP CONSTRAINT alert_acknowledgements_customer_known,
    DROP CONSTRAINT alert_acknowledgements_code_shape,
    DROP CONSTRAINT alert_acknowledgements_not_consent;
