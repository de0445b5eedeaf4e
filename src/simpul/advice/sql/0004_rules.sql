ALTER TABLE crm.nba_rules
    ADD CONSTRAINT nba_rules_code_shape CHECK (code ~ '^[A-Z][A-Z_]{2,39}$'),
    ADD CONSTRAINT nba_rules_parameters_shape CHECK (jsonb_typeof(parameters) = 'object'),
    ADD CONSTRAINT nba_rules_editor_known FOREIGN KEY (updated_by) REFERENCES iam.users (user_id);
ALTER TABLE crm.nba_recommendations
    ADD CONSTRAINT nba_customer_known FOREIGN KEY (customer_id) REFERENCES crm.customers (customer_id),
    ADD CONSTRAINT nba_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT nba_rule_known FOREIGN KEY (rule_code) REFERENCES crm.nba_rules (code),
    ADD CONSTRAINT nba_decider_known FOREIGN KEY (decided_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT nba_task_known FOREIGN KEY (task_id) REFERENCES crm.tasks (task_id),
    ADD CONSTRAINT nba_texts_length CHECK (
        length(title) BETWEEN 3 AND 200 AND length(reason_text) BETWEEN 3 AND 500 AND length(decision_reason) <= 300),
    ADD CONSTRAINT nba_related_kinds CHECK (related_entity_type IN ('CASE', 'LEAD', 'CAMPAIGN', 'MERCHANT'));
ALTER TABLE crm.nba_standing
    ADD CONSTRAINT nba_standing_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT nba_standing_rule_known FOREIGN KEY (rule_code) REFERENCES crm.nba_rules (code),
    ADD CONSTRAINT nba_standing_counts CHECK (customers >= 0);

-- The seven rules that are shipped (product chapter 6.5). What they ask is in selectors/rules.py.
INSERT INTO crm.nba_rules
    (code, action_type, kind, priority, position, cooldown_days, parameters, needs, is_active, updated_by)
SELECT r.code, r.action_type, r.kind, r.priority, r.position, r.cooldown_days, r.parameters::jsonb, r.needs, r.is_active,
       '00000000-0000-7000-8000-000000000001'
FROM (VALUES
    ('OVERDUE_CASE', 'PRIORITIZE_CASE', 'SERVICE', 'HIGH', 10, 1, '{}', '{}'::text[], true),
    ('AT_RISK_QUIET', 'CALL', 'SELLING', 'HIGH', 20, 14, '{"quiet_days": 30}', '{MARKETING,NO_SENSITIVE_CASE,PROFILING}', true),
    ('OFFER_READY', 'OFFER_PRODUCT', 'SELLING', 'MEDIUM', 30, 30, '{}', '{MARKETING,NO_SENSITIVE_CASE}', true),
    ('LEAD_WAITING', 'CALL', 'SELLING', 'MEDIUM', 40, 3, '{"waiting_days": 3}', '{MARKETING,NO_SENSITIVE_CASE}', true),
    ('MERCHANT_NEARBY', 'MERCHANT_PROMO', 'SELLING', 'MEDIUM', 50, 30, '{}', '{MARKETING,NO_SENSITIVE_CASE}', false),
    ('SECURITY_EDUCATION', 'EDUCATE', 'SERVICE', 'LOW', 60, 180, '{}', '{}', true),
    ('BIRTHDAY_GREETING', 'GREET', 'SELLING', 'LOW', 70, 300, '{"days_ahead": 7}', '{MARKETING,NO_SENSITIVE_CASE,PROFILING}', true)
) AS r (code, action_type, kind, priority, position, cooldown_days, parameters, needs, is_active)
ON CONFLICT DO NOTHING;

-- A rule stays what it is, and comes and goes with releases; people set how it is used.
REVOKE UPDATE ON crm.nba_rules, crm.nba_recommendations, crm.nba_standing FROM simpul_app, simpul_worker;
REVOKE INSERT ON crm.nba_rules FROM simpul_app, simpul_worker;
REVOKE DELETE ON crm.nba_rules, crm.nba_recommendations FROM simpul_app, simpul_worker;
GRANT UPDATE (priority, position, cooldown_days, parameters, is_active, version, updated_at, updated_by)
    ON crm.nba_rules TO simpul_app, simpul_worker;
GRANT UPDATE (decision, decision_reason, snoozed_until, decided_by, decided_at, outcome, outcome_at, task_id, version)
    ON crm.nba_recommendations TO simpul_app, simpul_worker;
GRANT UPDATE (customers) ON crm.nba_standing TO simpul_app, simpul_worker;

CALL iam.protect('crm.nba_rules');
CREATE POLICY nba_rules_read ON crm.nba_rules FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.uid()) IS NOT NULL);
CREATE POLICY nba_rules_insert ON crm.nba_rules FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY nba_rules_update ON crm.nba_rules FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.reach('configuration', 'M')) = 4) WITH CHECK (updated_by = (SELECT iam.uid()));
CREATE POLICY nba_rules_delete ON crm.nba_rules FOR DELETE TO simpul_app, simpul_worker USING (false);

-- Whose customers' decisions a caller reaches, as policies.py says it. Who decides does so in the own name; the product's own jobs
-- write what came of it.
CALL iam.protect('crm.nba_recommendations');
CREATE POLICY nba_recommendations_read ON crm.nba_recommendations FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('advice', 'R'))::text[])
    OR customer_id = ANY ((SELECT array_agg(r.customer_id) FROM iam.customer_reach r
                           WHERE r.rm_user_id = (SELECT iam.portfolio_for('advice', 'R')))::uuid[]));
CREATE POLICY nba_recommendations_insert ON crm.nba_recommendations FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    decided_by = (SELECT iam.uid())
    AND customer_id = (SELECT r.customer_id FROM iam.customer_reach r
                       WHERE r.customer_id = nba_recommendations.customer_id AND r.branch_code = nba_recommendations.branch_code
                         AND (r.branch_code = ANY ((SELECT iam.branches_for('advice', 'U'))::text[])
                              OR r.rm_user_id = (SELECT iam.portfolio_for('advice', 'U')))));
CREATE POLICY nba_recommendations_update ON crm.nba_recommendations FOR UPDATE TO simpul_app, simpul_worker
    USING (decided_by = (SELECT iam.uid()) OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001')
    WITH CHECK (decided_by IS NULL OR decided_by = (SELECT iam.uid()) OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY nba_recommendations_delete ON crm.nba_recommendations FOR DELETE TO simpul_app, simpul_worker USING (false);

CALL iam.protect('crm.nba_standing');
CREATE POLICY nba_standing_read ON crm.nba_standing FOR SELECT TO simpul_app, simpul_worker USING (
    branch_code = ANY ((SELECT iam.branches_for('advice', 'R'))::text[]));
CREATE POLICY nba_standing_insert ON crm.nba_standing FOR INSERT TO simpul_app, simpul_worker
    WITH CHECK ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY nba_standing_update ON crm.nba_standing FOR UPDATE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY nba_standing_delete ON crm.nba_standing FOR DELETE TO simpul_app, simpul_worker
    USING ((SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');

-- What rules ask about: keys, states and instants, no names or texts. A row policy asks for each row, which costs a set of millions
-- its cores; these views read past the policies, and answer the product's own jobs alone.
GRANT SELECT ON crm.nba_recommendations TO simpul_search;
CREATE VIEW crm.advice_customers AS
SELECT c.customer_id, c.home_branch_code AS branch_code, c.rm_user_id, c.kind, c.birth_date, c.created_at
FROM crm.customers c WHERE c.status IN ('ACTIVE', 'DORMANT') AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.advice_cases AS
SELECT k.customer_id, k.case_id, k.created_at, k.sla_due_at, k.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AS is_open,
       'FRAUD_SCAM' IN (k.category_code, g.parent_code) AS is_fraud
FROM crm.cases k JOIN crm.case_categories g ON g.category_code = k.category_code
WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.advice_leads AS
SELECT l.customer_id, l.lead_id, l.status, l.status_since
FROM crm.leads l WHERE l.closed_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.advice_decided AS
SELECT d.customer_id, d.rule_code, d.related_entity_id, d.decision, d.decided_at, d.snoozed_until, d.outcome
FROM crm.nba_recommendations d WHERE d.decision IS NOT NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
ALTER VIEW crm.advice_customers OWNER TO simpul_search;
ALTER VIEW crm.advice_cases OWNER TO simpul_search;
ALTER VIEW crm.advice_leads OWNER TO simpul_search;
ALTER VIEW crm.advice_decided OWNER TO simpul_search;
GRANT SELECT ON crm.advice_customers, crm.advice_cases, crm.advice_leads, crm.advice_decided TO simpul_app, simpul_worker;
