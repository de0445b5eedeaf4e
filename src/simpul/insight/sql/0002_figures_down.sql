DROP VIEW crm.figure_advice, crm.figure_cases, crm.figure_case_activities, crm.figure_tasks, crm.figure_activities, crm.figure_leads, crm.figure_opportunities, crm.figure_managers,
          crm.figure_absences, crm.figure_holidays, crm.figure_offers, crm.figure_audiences, crm.figure_consents, crm.figure_emergencies, crm.figure_trail;
REVOKE SELECT (action, object_type, object_id, customer_id, branch_code, actor_user_id, outcome) ON audit.audit_logs FROM simpul_search;
ALTER TABLE crm.dashboard_figures DROP CONSTRAINT dashboard_figures_measure_shape, DROP CONSTRAINT dashboard_figures_customers_few;
ALTER TABLE crm.dashboard_schedules DROP CONSTRAINT dashboard_schedules_author_known, DROP CONSTRAINT dashboard_schedules_branch_known,
    DROP CONSTRAINT dashboard_schedules_recipients;
