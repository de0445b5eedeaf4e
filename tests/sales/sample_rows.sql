-- Rows for the migrations to go over; those of lower layers are there already.
INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, interest, estimated_value, assigned_to, created_by)
VALUES ('00000000-0000-7000-8000-00000000f001', '00000000-0000-7000-8000-00000000c001', 'MDN', 'MANUAL', 'KPR rumah pertama', 350000000,
        '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002');
INSERT INTO crm.leads (lead_id, customer_id, branch_code, source_type, source_id, status, closed_reason, closed_at, created_by)
VALUES ('00000000-0000-7000-8000-00000000f002', '00000000-0000-7000-8000-00000000c001', 'MDN', 'CAMPAIGN', '00000000-0000-7000-8000-00000000ac04',
        'CLOSED_LOST', 'PRICE', now(), '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.opportunities (opportunity_id, customer_id, branch_code, lead_id, product_interest, estimated_value, probability, expected_close_on,
                               assigned_to, created_by)
VALUES ('00000000-0000-7000-8000-00000000f003', '00000000-0000-7000-8000-00000000c001', 'MDN', '00000000-0000-7000-8000-00000000f001', 'KPR', 350000000,
        10, CURRENT_DATE + 30, '00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a001');
INSERT INTO crm.customer_lifecycle (customer_id, stage, since, reason)
VALUES ('00000000-0000-7000-8000-00000000c001', 'OPPORTUNITY', now(), 'OPEN_OPPORTUNITY');
INSERT INTO crm.lifecycle_changes (lifecycle_change_id, customer_id, before, after, reason, at)
VALUES ('00000000-0000-7000-8000-00000000f004', '00000000-0000-7000-8000-00000000c001', NULL, 'OPPORTUNITY', 'OPEN_OPPORTUNITY', now());
INSERT INTO crm.after_case_decisions (case_id, customer_id, branch_code, outcome, rule_id, task_id, decided_at)
VALUES ('00000000-0000-7000-8000-00000000d101', '00000000-0000-7000-8000-00000000c001', 'MDN', 'TASK', '01930000-0000-7000-8000-00000000ac01',
        '00000000-0000-7000-8000-00000000e001', now());
INSERT INTO crm.lead_scores (score_id, lead_id, customer_id, total_score, priority, score_breakdown, rules_version, calculated_at)
VALUES ('00000000-0000-7000-8000-00000000f005', '00000000-0000-7000-8000-00000000f001', '00000000-0000-7000-8000-00000000c001', 15, 'COLD',
        '[{"factor": "MARKETING_CONSENT", "points": 15, "reason": {"id": "Menyetujui.", "en": "Agreed."}}]', 1, now());
INSERT INTO crm.lead_reassignments (reassignment_id, lead_id, assigned_from, assigned_to, assigned_by, assigned_at)
VALUES ('00000000-0000-7000-8000-00000000f006', '00000000-0000-7000-8000-00000000f001', NULL, '00000000-0000-7000-8000-00000000a001',
        '00000000-0000-7000-8000-00000000a002', now());
INSERT INTO crm.lead_changes (lead_change_id, lead_id, field, before, after, changed_by, changed_at)
VALUES ('00000000-0000-7000-8000-00000000f007', '00000000-0000-7000-8000-00000000f001', 'estimated_value', NULL, '350000000.00',
        '00000000-0000-7000-8000-00000000a001', now());
