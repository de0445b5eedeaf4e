-- A content may be given as the sealed facts that it is made of. They never change; once the file is made they go, and its size is known.
CREATE OR REPLACE FUNCTION crm.guard_document_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.version_id, NEW.document_id, NEW.number, NEW.file_name, NEW.media_type, NEW.address, NEW.stored_by, NEW.stored_at)
       IS DISTINCT FROM (OLD.version_id, OLD.document_id, OLD.number, OLD.file_name, OLD.media_type, OLD.address, OLD.stored_by, OLD.stored_at)
       OR (NEW.sealed_key <> OLD.sealed_key AND NEW.sealed_key <> '')
       OR (NEW.frozen <> OLD.frozen AND NEW.frozen <> '')
       OR (NEW.size <> OLD.size AND (OLD.size > 0 OR OLD.frozen = '' OR NEW.frozen <> ''))
       OR (NEW.scan_state <> OLD.scan_state AND OLD.scan_state <> 'PENDING') THEN
        RAISE EXCEPTION 'The content of a document does not change.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
