ALTER TABLE crm.dashboard_figures
    ADD CONSTRAINT dashboard_figures_measure_shape CHECK (measure ~ '^[a-z][a-z_]+$' AND length(measure) <= 60),
    ADD CONSTRAINT dashboard_figures_customers_few CHECK (cardinality(customers) <= 5);
ALTER TABLE crm.dashboard_schedules
    ADD CONSTRAINT dashboard_schedules_author_known FOREIGN KEY (created_by) REFERENCES iam.users (user_id),
    ADD CONSTRAINT dashboard_schedules_branch_known FOREIGN KEY (branch_code) REFERENCES iam.branches (branch_code),
    ADD CONSTRAINT dashboard_schedules_recipients CHECK (cardinality(recipients) BETWEEN 1 AND 20);

-- Aggregates show by branch, and one's own figures to whoever has no more than those. The product's own jobs alone write them.
CALL iam.protect('crm.dashboard_figures');
CREATE POLICY dashboard_figures_read ON crm.dashboard_figures FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' OR (SELECT iam.reach('dashboard', 'R')) = 4
    OR branch_code = ANY ((SELECT iam.branches_for('dashboard', 'R'))::text[])
    OR user_id = (SELECT iam.uid()) AND (SELECT iam.reach('dashboard', 'R')) >= 1);
CREATE POLICY dashboard_figures_insert ON crm.dashboard_figures FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY dashboard_figures_update ON crm.dashboard_figures FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY dashboard_figures_delete ON crm.dashboard_figures FOR DELETE TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');

CALL iam.protect('crm.dashboard_runs');
CREATE POLICY dashboard_runs_read ON crm.dashboard_runs FOR SELECT TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001' OR (SELECT iam.reach('dashboard', 'R')) >= 1);
CREATE POLICY dashboard_runs_insert ON crm.dashboard_runs FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY dashboard_runs_update ON crm.dashboard_runs FOR UPDATE TO simpul_app, simpul_worker USING (
    (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY dashboard_runs_delete ON crm.dashboard_runs FOR DELETE TO simpul_app, simpul_worker USING (false);

-- A schedule is its maker's alone; the jobs that send it write when they did.
CALL iam.protect('crm.dashboard_schedules');
CREATE POLICY dashboard_schedules_read ON crm.dashboard_schedules FOR SELECT TO simpul_app, simpul_worker USING (
    created_by = (SELECT iam.uid()) OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY dashboard_schedules_insert ON crm.dashboard_schedules FOR INSERT TO simpul_app, simpul_worker WITH CHECK (
    created_by = (SELECT iam.uid()) AND (SELECT iam.reach('dashboard', 'R')) >= 1);
CREATE POLICY dashboard_schedules_update ON crm.dashboard_schedules FOR UPDATE TO simpul_app, simpul_worker USING (
    created_by = (SELECT iam.uid()) OR (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001');
CREATE POLICY dashboard_schedules_delete ON crm.dashboard_schedules FOR DELETE TO simpul_app, simpul_worker USING (false);

-- What measures count. A row policy asks for each row, which costs a set of millions its cores: these read past the policies, give
-- keys, instants and codes, never a name or a text, and answer the product's own jobs alone.
GRANT SELECT (action, object_type, object_id, customer_id, branch_code, actor_user_id, outcome, created_at) ON audit.audit_logs TO simpul_search;
CREATE VIEW crm.figure_cases AS
SELECT c.case_id, c.customer_id, c.branch_code, c.category_code, c.status, c.assigned_to_user_id, c.created_at, c.created_by, c.resolved_at, c.closed_at,
       c.sla_due_at, coalesce(c.final_response, '') <> '' AS has_final_response
FROM crm.cases c WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_case_activities AS
SELECT a.case_id, a.activity_type, a.is_public, a.created_at, a.actor_user_id
FROM crm.case_activities a JOIN iam.users u ON u.user_id = a.actor_user_id
WHERE u.kind = 'USER' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_tasks AS
SELECT t.task_id, t.customer_id, t.branch_code, t.owner_user_id, t.due_on, t.status, t.origin, t.created_at, t.created_by
FROM crm.tasks t WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_activities AS
SELECT a.rm_activity_id, a.customer_id, a.branch_code, a.rm_user_id, a.happened_at, a.created_at
FROM crm.rm_activities a WHERE a.withdrawn_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
-- A lead that never moved by its workflow, such as an imported one, left NEW when it came into its status.
CREATE VIEW crm.figure_leads AS
SELECT l.lead_id, l.customer_id, l.branch_code, l.assigned_to, l.status, l.created_at, l.created_by,
       coalesce((SELECT min(m.moved_at) FROM crm.workflow_items i JOIN crm.workflow_moves m ON m.item_id = i.item_id
                 WHERE i.subject_type = 'LEAD' AND i.subject_id = l.lead_id::text
                   AND i.definition_id = (SELECT d.definition_id FROM crm.workflow_definitions d WHERE d.key = 'lead') AND m.from_state = 'NEW'),
                CASE WHEN l.status <> 'NEW' THEN l.status_since END) AS left_new_at
FROM crm.leads l WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_opportunities AS
SELECT o.opportunity_id, o.customer_id, o.branch_code, o.assigned_to, o.stage, o.probability, o.estimated_value, o.created_at, o.created_by, o.closed_at
FROM crm.opportunities o WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_managers AS
SELECT u.user_id, s.branch_code, coalesce(s.active_from, u.created_at) AS since, s.active_to AS until
FROM iam.users u
JOIN LATERAL (SELECT b.branch_code, b.active_from, b.active_to FROM iam.user_branch_scopes b
              WHERE b.user_id = u.user_id AND b.branch_code IS NOT NULL
              ORDER BY b.active_to DESC NULLS FIRST, b.assigned_at, b.branch_code LIMIT 1) s ON true
WHERE u.kind = 'USER' AND u.status = 'ACTIVE' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
  AND EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id WHERE ur.user_id = u.user_id AND coalesce(r.based_on, r.role_key) = 'RM');
CREATE VIEW crm.figure_absences AS
SELECT a.user_id, a.first_day, a.last_day FROM iam.absences a
WHERE a.cancelled_at IS NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_holidays AS
SELECT DISTINCT d.day FROM crm.calendar_days d JOIN crm.calendar_versions v ON v.version_id = d.version_id
WHERE d.kind = 'HOLIDAY' AND d.decision = 'APPROVED' AND v.status = 'APPROVED' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001'
  AND v.number = (SELECT max(n.number) FROM crm.calendar_versions n WHERE n.calendar_id = v.calendar_id AND n.status = 'APPROVED');
CREATE VIEW crm.figure_offers AS
SELECT m.message_id, m.customer_id, coalesce(m.branch_code, '') AS branch_code, m.subject_id AS campaign_id, m.sent_at, m.delivered_at, m.opened_at, m.clicked_at
FROM crm.outbound_messages m
WHERE m.subject_type = 'CAMPAIGN' AND m.template_version_id IS NOT NULL AND m.sent_at IS NOT NULL
  AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_audiences AS
SELECT e.customer_id, e.branch_code, e.is_eligible, e.reason, e.evaluated_at
FROM crm.campaign_eligibility e
WHERE NOT coalesce('NOT_IN_RULE' = ANY (e.reasons), false) AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_consents AS
SELECT c.consent_id, c.customer_id, c.branch_code, c.consent_type, c.channel, c.status, c.effective_at, c.created_at, c.captured_by
FROM crm.consents c WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_emergencies AS
SELECT r.request_id, r.customer_id, coalesce(r.branch_code, '') AS branch_code, r.starts_at
FROM crm.break_glass_requests r WHERE r.starts_at IS NOT NULL AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_trail AS
SELECT a.action, a.object_type, a.object_id, a.customer_id, coalesce(a.branch_code, '') AS branch_code, a.actor_user_id, a.created_at
FROM audit.audit_logs a WHERE a.outcome = 'ALLOWED' AND (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
CREATE VIEW crm.figure_advice AS
SELECT n.customer_id, n.branch_code, n.decision, n.decided_by, n.decided_at, n.outcome, n.outcome_at
FROM crm.nba_recommendations n WHERE (SELECT iam.uid()) = '00000000-0000-7000-8000-000000000001';
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['advice', 'cases', 'case_activities', 'tasks', 'activities', 'leads', 'opportunities', 'managers', 'absences', 'holidays', 'offers',
                                  'audiences', 'consents', 'emergencies', 'trail'] LOOP
        EXECUTE format('ALTER VIEW crm.%I OWNER TO simpul_search', 'figure_' || target);
        EXECUTE format('GRANT SELECT ON crm.%I TO simpul_app, simpul_worker', 'figure_' || target);
    END LOOP;
END $$;
