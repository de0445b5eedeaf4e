GRANT UPDATE, DELETE ON crm.after_case_decisions TO simpul_app, simpul_worker;
ALTER TABLE crm.after_case_decisions
    DROP CONSTRAINT after_case_decisions_case_known,
    DROP CONSTRAINT after_case_decisions_customer_known,
    DROP CONSTRAINT after_case_decisions_task_known;
ALTER TABLE crm.after_case_rules
    DROP CONSTRAINT after_case_rules_names,
    DROP CONSTRAINT after_case_rules_task,
    DROP CONSTRAINT after_case_rules_categories,
    DROP CONSTRAINT after_case_rules_editor_known;
