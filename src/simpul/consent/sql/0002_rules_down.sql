DROP VIEW crm.consent_history;
DROP TRIGGER judge_consent_request ON crm.consent_requests;
DROP FUNCTION crm.judge_consent_request();
DROP TRIGGER judge_verification ON crm.consent_verifications;
DROP FUNCTION crm.judge_verification();
DROP TRIGGER refuse_change ON crm.consent_wordings;
DROP TRIGGER refuse_truncate ON crm.consents;
DROP TRIGGER refuse_change ON crm.consents;
DROP FUNCTION crm.refuse_consent_rewriting();
DROP TRIGGER judge_consent ON crm.consents;
DROP FUNCTION crm.judge_consent();
DROP FUNCTION crm.hold_consents(uuid[]);
DROP FUNCTION crm.lock_consent(uuid);
DROP FUNCTION crm.masked_names(uuid[]);
DROP FUNCTION iam.works_in_marketing();
DROP FUNCTION crm.consent_at(uuid, text, text, timestamptz);
ALTER TABLE crm.consents
    DROP CONSTRAINT consents_customer_known, DROP CONSTRAINT consents_purpose_known, DROP CONSTRAINT consents_branch_known, DROP CONSTRAINT consents_captured_by_known,
    DROP CONSTRAINT consents_approved_by_known, DROP CONSTRAINT consents_approved_by_another, DROP CONSTRAINT consents_verified,
    DROP CONSTRAINT consents_worded, DROP CONSTRAINT consents_evidence_known, DROP CONSTRAINT consents_texts_length;
ALTER TABLE crm.consent_requests
    DROP CONSTRAINT consent_requests_customer_known, DROP CONSTRAINT consent_requests_branch_known, DROP CONSTRAINT consent_requests_purpose_known,
    DROP CONSTRAINT consent_requests_requester_known, DROP CONSTRAINT consent_requests_decider_known, DROP CONSTRAINT consent_requests_decided_by_another,
    DROP CONSTRAINT consent_requests_verified, DROP CONSTRAINT consent_requests_notes_length;
ALTER TABLE crm.consent_verifications
    DROP CONSTRAINT consent_verifications_customer_known, DROP CONSTRAINT consent_verifications_starter_known,
    DROP CONSTRAINT consent_verifications_document_known, DROP CONSTRAINT consent_verifications_of_customer;
ALTER TABLE crm.consent_wordings
    DROP CONSTRAINT consent_wordings_written, DROP CONSTRAINT consent_wordings_publisher_known, DROP CONSTRAINT consent_wordings_of_purpose;
ALTER TABLE crm.consent_purposes
    DROP CONSTRAINT consent_purposes_key_shape, DROP CONSTRAINT consent_purposes_named, DROP CONSTRAINT consent_purposes_editor_known;
