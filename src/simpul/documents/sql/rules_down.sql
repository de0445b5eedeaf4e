DROP FUNCTION crm.addresses_in_use(text[]);
REVOKE SELECT ON crm.document_versions FROM simpul_search;
DO $$
DECLARE
    target text;
    command text;
BEGIN
    FOREACH target IN ARRAY ARRAY['document_versions', 'documents'] LOOP
        FOREACH command IN ARRAY ARRAY['read', 'insert', 'update', 'delete'] LOOP
            EXECUTE format('DROP POLICY %I ON crm.%I', target || '_' || command, target);
        END LOOP;
        EXECUTE format('ALTER TABLE crm.%I NO FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE crm.%I DISABLE ROW LEVEL SECURITY', target);
    END LOOP;
END $$;
DROP TRIGGER guard_document ON crm.documents;
DROP TRIGGER guard_version ON crm.document_versions;
DROP FUNCTION crm.guard_document();
DROP FUNCTION crm.guard_document_version();
ALTER TABLE crm.document_versions
    DROP CONSTRAINT document_versions_storer_known,
    DROP CONSTRAINT document_versions_address_shape,
    DROP CONSTRAINT document_versions_name_plain;
ALTER TABLE crm.documents
    DROP CONSTRAINT documents_customer_known,
    DROP CONSTRAINT documents_branch_known,
    DROP CONSTRAINT documents_uploader_known,
    DROP CONSTRAINT documents_hider_known,
    DROP CONSTRAINT documents_title_length,
    DROP CONSTRAINT documents_reason_length,
    DROP CONSTRAINT documents_hash_length;
DROP FUNCTION iam.resources_reached(text, integer);
