REVOKE SELECT ON crm.leads, crm.opportunities FROM simpul_search;
DROP FUNCTION crm.lead_assignments(uuid[], date);
DROP TRIGGER judge_opportunity_assignee ON crm.opportunities;
DROP TRIGGER judge_lead_assignee ON crm.leads;
DROP FUNCTION crm.judge_lead_assignee();
DROP TRIGGER judge_lead_assignees ON crm.leads;
DROP FUNCTION crm.judge_lead_assignees();
DROP FUNCTION crm.lead_assignee_fits(uuid, uuid, text);
DROP FUNCTION crm.is_lead_manager(uuid);
DROP FUNCTION crm.lead_managers(text[]);
DROP TRIGGER judge_opportunity ON crm.opportunities;
DROP FUNCTION crm.judge_opportunity();
DROP TRIGGER judge_lead ON crm.leads;
DROP FUNCTION crm.judge_lead();
REVOKE UPDATE (product_code, interest, note, estimated_value, assigned_to, status, own_state, closed_reason, closed_note, status_since,
               updated_at, closed_at, version) ON crm.leads FROM simpul_app, simpul_worker;
REVOKE UPDATE (product_interest, product_code, estimated_value, stage, own_state, probability, expected_close_on, assigned_to, lost_reason,
               won_product_code, closed_note, stage_since, updated_at, closed_at, version) ON crm.opportunities FROM simpul_app, simpul_worker;
GRANT UPDATE ON crm.leads, crm.opportunities, crm.lifecycle_changes TO simpul_app, simpul_worker;
GRANT DELETE ON crm.leads, crm.opportunities, crm.lifecycle_changes, crm.opportunity_stages, crm.sales_reasons TO simpul_app, simpul_worker;
ALTER TABLE crm.opportunities
    DROP CONSTRAINT opportunities_customer_known, DROP CONSTRAINT opportunities_branch_known, DROP CONSTRAINT opportunities_lead_known,
    DROP CONSTRAINT opportunities_product_known, DROP CONSTRAINT opportunities_won_known, DROP CONSTRAINT opportunities_reason_known,
    DROP CONSTRAINT opportunities_stage_listed, DROP CONSTRAINT opportunities_assignee_known, DROP CONSTRAINT opportunities_author_known,
    DROP CONSTRAINT opportunities_texts_length;
ALTER TABLE crm.leads
    DROP CONSTRAINT leads_customer_known, DROP CONSTRAINT leads_branch_known, DROP CONSTRAINT leads_product_known,
    DROP CONSTRAINT leads_reason_known, DROP CONSTRAINT leads_assignee_known, DROP CONSTRAINT leads_author_known,
    DROP CONSTRAINT leads_texts_length;
ALTER TABLE crm.customer_lifecycle DROP CONSTRAINT customer_lifecycle_customer_known;
ALTER TABLE crm.opportunity_stages DROP CONSTRAINT opportunity_stages_editor_known, DROP CONSTRAINT opportunity_stages_names;
ALTER TABLE crm.sales_reasons
    DROP CONSTRAINT sales_reasons_editor_known, DROP CONSTRAINT sales_reasons_code_shape, DROP CONSTRAINT sales_reasons_names;
