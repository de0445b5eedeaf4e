ALTER TABLE crm.staff_mails
    ADD CONSTRAINT staff_mails_user_known FOREIGN KEY (user_id) REFERENCES iam.users (user_id),
    ADD CONSTRAINT staff_mails_provider_known
        FOREIGN KEY (provider_key) REFERENCES crm.message_providers (provider_key);

-- The product alone writes mails to colleagues and hands them over; each reads of the own ones.
CALL iam.protect('crm.staff_mails');
CREATE POLICY staff_mails_read ON crm.staff_mails FOR SELECT TO simpul_app, simpul_worker USING (
    user_id = (SELECT iam.uid()) OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY staff_mails_insert ON crm.staff_mails FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY staff_mails_update ON crm.staff_mails FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY staff_mails_delete ON crm.staff_mails FOR DELETE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
