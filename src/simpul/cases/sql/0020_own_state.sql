-- Where a case rests in a state that the organisation added to the workflow; nothing where it rests in its status itself.
ALTER TABLE crm.cases ADD CONSTRAINT cases_own_state_shape CHECK (own_state ~ '^[A-Z][A-Z0-9_]{0,39}$' AND own_state <> status);
UPDATE crm.cases c SET own_state = i.state FROM crm.workflow_items i
 WHERE i.subject_type = 'CASE' AND i.subject_id = c.case_id::text AND i.state NOT IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED', 'RESOLVED', 'CLOSED');
