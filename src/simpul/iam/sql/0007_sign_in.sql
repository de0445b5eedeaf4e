-- Signing in: who may see and change service accounts, their keys and the ties to an identity provider. The counters of
-- failed sign-ins and the second factors are read before anybody is known; they hold keyed hashes and sealed secrets only.
DO $$
DECLARE target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['service_accounts', 'service_keys', 'external_identities'] LOOP
        CALL iam.protect(('iam.' || target)::regclass);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''R'')) = 4 OR (SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_read', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR INSERT TO simpul_app, simpul_worker WITH CHECK ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_insert', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR UPDATE TO simpul_app, simpul_worker USING ((SELECT iam.reach(''configuration'', ''M'')) = 4)', target || '_update', target);
        EXECUTE format('CREATE POLICY %I ON iam.%I FOR DELETE TO simpul_app, simpul_worker USING (false)', target || '_delete', target);
    END LOOP;
END $$;

-- A key says what it was made for until its end: only its use and its revocation are written later, and neither is undone.
CREATE FUNCTION iam.guard_service_key() RETURNS trigger LANGUAGE plpgsql SET search_path = iam, pg_temp AS $$
BEGIN
    IF (NEW.key_id, NEW.account_id, NEW.prefix, NEW.digest, NEW.operations, NEW.per_minute, NEW.created_at, NEW.created_by, NEW.expires_at)
       IS DISTINCT FROM (OLD.key_id, OLD.account_id, OLD.prefix, OLD.digest, OLD.operations, OLD.per_minute, OLD.created_at, OLD.created_by, OLD.expires_at)
       OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
        RAISE EXCEPTION 'A key of a service account is not changed; make another one.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_service_key BEFORE UPDATE ON iam.service_keys FOR EACH ROW EXECUTE FUNCTION iam.guard_service_key();

-- Opens the door for a key and notes its use: whose it is, or why it opens nothing. `noteworthy` is a use that the trail
-- shall hold: the first one, the first of a day, or one from another address.
CREATE FUNCTION iam.open_service_key(asked_prefix text, asked_digest bytea, address inet) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = iam, pg_temp AS $$
DECLARE
    found record;
    refused text;
BEGIN
    SELECT k.*, u.status, u.kind INTO found
    FROM iam.service_keys k JOIN iam.users u ON u.user_id = k.account_id WHERE k.prefix = asked_prefix;
    IF found.key_id IS NULL OR found.digest IS DISTINCT FROM asked_digest THEN
        RETURN NULL;
    END IF;
    refused := CASE
        WHEN found.revoked_at IS NOT NULL THEN 'REVOKED'
        WHEN found.expires_at <= statement_timestamp() THEN 'EXPIRED'
        WHEN found.status <> 'ACTIVE' OR found.kind <> 'SERVICE' THEN 'SUSPENDED' END;
    IF refused IS NULL THEN
        UPDATE iam.service_keys SET last_used_at = statement_timestamp(), last_used_ip = address
        WHERE key_id = found.key_id
          AND (last_used_at IS NULL OR last_used_at < statement_timestamp() - interval '1 minute' OR last_used_ip IS DISTINCT FROM address);
    END IF;
    RETURN jsonb_build_object(
        'key_id', found.key_id, 'user_id', found.account_id, 'operations', to_jsonb(found.operations), 'per_minute', found.per_minute, 'refused', refused,
        'noteworthy', found.last_used_at IS NULL OR found.last_used_ip IS DISTINCT FROM address
                      OR found.last_used_at < statement_timestamp() - interval '1 day');
END $$;
GRANT SELECT, UPDATE ON iam.service_keys TO simpul_search;
ALTER FUNCTION iam.open_service_key(text, bytea, inet) OWNER TO simpul_search;

-- One more failed sign-in: after so many the name or address is closed, each further one doubles the time. What is long
-- past is forgotten.
CREATE FUNCTION iam.note_sign_in_failure(of_subject text, of_kind text, allowed integer, longest interval, memory interval)
RETURNS TABLE (failed integer, closed_until timestamptz)
LANGUAGE sql VOLATILE SET search_path = iam, pg_temp AS $$
    INSERT INTO iam.sign_in_failures AS f (subject, kind, failures, last_at, locked_until)
    VALUES (of_subject, of_kind, 1, clock_timestamp(), CASE WHEN allowed <= 1 THEN clock_timestamp() + interval '1 minute' END)
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.last_at < clock_timestamp() - memory THEN 1 ELSE f.failures + 1 END,
        last_at = clock_timestamp(),
        locked_until = CASE
            WHEN f.last_at < clock_timestamp() - memory OR f.failures + 1 < allowed THEN NULL
            ELSE clock_timestamp() + least(interval '1 minute' * power(2, least(f.failures + 1 - allowed, 20)), longest) END
    RETURNING f.failures, f.locked_until
$$;
