DROP FUNCTION crm.erase_person(uuid);
REVOKE DELETE ON crm.customer_identifiers, crm.retired_identifiers, crm.customer_addresses, crm.customer_relationships, crm.customer_import_changes, crm.recent_customers,
    crm.timeline_events, crm.push_subscriptions, crm.contact_preferences FROM simpul_search;
REVOKE SELECT ON crm.push_subscriptions, crm.contact_preferences, crm.suppressed_addresses FROM simpul_search;
REVOKE UPDATE ON crm.change_request_askers, crm.customer_change_requests, crm.consents, crm.consent_requests, crm.tasks, crm.case_activities, crm.case_extensions, crm.case_reminders,
    crm.case_intake, crm.cases, crm.outbound_messages, crm.suppressed_addresses, crm.document_versions, crm.documents, crm.transactions, crm.workflow_moves, crm.rights_requests, crm.rights_packs
    FROM simpul_search;
GRANT UPDATE (case_no) ON crm.cases TO simpul_search;
DO $$
DECLARE
    kept record;
    written text;
BEGIN
    FOR kept IN SELECT t.oid, t.tgname, t.tgrelid::regclass AS target FROM pg_trigger t WHERE pg_get_triggerdef(t.oid) LIKE '%app.erasing%' LOOP
        written := pg_get_triggerdef(kept.oid);
        EXECUTE format('DROP TRIGGER %I ON %s', kept.tgname, kept.target);
        EXECUTE regexp_replace(written, ' WHEN \(.*\) EXECUTE ', ' EXECUTE ');
    END LOOP;
END $$;
DROP TRIGGER judge_processing_limit ON crm.processing_limits;
DROP TRIGGER judge_legal_hold ON crm.legal_holds;
DROP FUNCTION crm.judge_standing_fact();
GRANT UPDATE ON crm.legal_holds, crm.processing_limits TO simpul_app, simpul_worker;
ALTER TABLE crm.processing_limits
    DROP CONSTRAINT processing_limits_customer_known, DROP CONSTRAINT processing_limits_branch_known, DROP CONSTRAINT processing_limits_starter_known,
    DROP CONSTRAINT processing_limits_ender_known, DROP CONSTRAINT processing_limits_reviewer_known, DROP CONSTRAINT processing_limits_texts_length;
ALTER TABLE crm.legal_holds
    DROP CONSTRAINT legal_holds_customer_known, DROP CONSTRAINT legal_holds_branch_known, DROP CONSTRAINT legal_holds_placer_known,
    DROP CONSTRAINT legal_holds_lifter_known, DROP CONSTRAINT legal_holds_texts_length;
