INSERT INTO iam.brought_resources (resource) VALUES ('rights_request') ON CONFLICT DO NOTHING;
DROP TRIGGER judge_rights_request ON crm.rights_requests;
DROP FUNCTION crm.judge_rights_request();
GRANT UPDATE ON crm.rights_requests TO simpul_app, simpul_worker;
ALTER TABLE crm.rights_requests
    DROP CONSTRAINT rights_requests_customer_known, DROP CONSTRAINT rights_requests_branch_known, DROP CONSTRAINT rights_requests_verified,
    DROP CONSTRAINT rights_requests_evidence_known, DROP CONSTRAINT rights_requests_owner_known, DROP CONSTRAINT rights_requests_handler_known,
    DROP CONSTRAINT rights_requests_approver_known, DROP CONSTRAINT rights_requests_closer_known, DROP CONSTRAINT rights_requests_author_known,
    DROP CONSTRAINT rights_requests_due_by_law, DROP CONSTRAINT rights_requests_texts_length;
