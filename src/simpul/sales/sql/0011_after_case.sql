ALTER TABLE crm.after_case_rules
    ADD CONSTRAINT after_case_rules_names CHECK (
        name_id = btrim(name_id) AND length(name_id) BETWEEN 3 AND 80
        AND name_en = btrim(name_en) AND length(name_en) BETWEEN 3 AND 80),
    ADD CONSTRAINT after_case_rules_task CHECK (
        task_title = btrim(task_title) AND length(task_title) BETWEEN 3 AND 200
        AND length(task_notes) <= 2000),
    ADD CONSTRAINT after_case_rules_categories CHECK (cardinality(categories) <= 50),
    ADD CONSTRAINT after_case_rules_editor_known
        FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.after_case_decisions
    ADD CONSTRAINT after_case_decisions_case_known
        FOREIGN KEY (case_id) REFERENCES crm.cases (case_id),
    ADD CONSTRAINT after_case_decisions_customer_known
        FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT after_case_decisions_task_known
        FOREIGN KEY (task_id) REFERENCES crm.tasks (task_id);

-- The two shipped rules; an organisation changes their words, categories and days.
INSERT INTO crm.after_case_rules
    (rule_id, name_id, name_en, task_title, task_notes, categories, due_in_days, position,
     updated_by)
VALUES
    ('01930000-0000-7000-8000-00000000ac01', 'Edukasi pencegahan', 'Prevention education',
     'Edukasi keamanan transaksi dan waspada penipuan',
     'Jelaskan cara menjaga PIN dan OTP, tanda-tanda penipuan, dan ke mana melapor.',
     ARRAY['TRX_FAIL', 'CARD_ATM', 'DIGITAL_ACCESS'], 3, 10,
     '00000000-0000-7000-8000-000000000001'),
    ('01930000-0000-7000-8000-00000000ac02', 'Aktivasi layanan terkait',
     'Activation of a related service', 'Tawarkan aktivasi notifikasi transaksi',
     'Bantu nasabah mengaktifkan notifikasi transaksi di ponselnya.',
     '{}', 5, 20, '00000000-0000-7000-8000-000000000001')
ON CONFLICT DO NOTHING;

-- Rules are configuration. A decision is the product's own, is never changed, and shows to whoever
-- finds the case.
CALL iam.protect('crm.after_case_rules');
CREATE POLICY after_case_rules_read ON crm.after_case_rules
    FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY after_case_rules_insert ON crm.after_case_rules
    FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.reach('configuration', 'M')) = 4 AND updated_by = (SELECT iam.uid()));
CREATE POLICY after_case_rules_update ON crm.after_case_rules
    FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4)
    WITH CHECK (updated_by = (SELECT iam.uid()));
CREATE POLICY after_case_rules_delete ON crm.after_case_rules
    FOR DELETE TO simpul_app, simpul_worker USING (false);

REVOKE UPDATE, DELETE ON crm.after_case_decisions FROM simpul_app, simpul_worker;
CALL iam.protect('crm.after_case_decisions');
CREATE POLICY after_case_decisions_read ON crm.after_case_decisions
    FOR SELECT TO simpul_app, simpul_worker
    USING (case_id = (SELECT c.case_id FROM crm.cases c WHERE c.case_id = after_case_decisions.case_id));
CREATE POLICY after_case_decisions_insert ON crm.after_case_decisions
    FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY after_case_decisions_update ON crm.after_case_decisions
    FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY after_case_decisions_delete ON crm.after_case_decisions
    FOR DELETE TO simpul_app, simpul_worker USING (false);
