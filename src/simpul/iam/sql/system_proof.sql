-- SYSTEM's id is claimed by nobody who only has the web server's login: such a session proves it, and is SYSTEM for
-- the transaction in which it did.

-- What proofs and tickets are made with, as the two blocks that HMAC-SHA-256 begins its hashes with. Written by `simpul migrate`, read by simpul_proof.
CREATE TABLE iam.system_proof_keys (
    is_only     boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    inner_block bytea NOT NULL CHECK (length(inner_block) = 64),
    outer_block bytea NOT NULL CHECK (length(outer_block) = 64),
    set_at      timestamptz NOT NULL DEFAULT now()
);
REVOKE ALL ON iam.system_proof_keys FROM simpul_app, simpul_worker, simpul_migrate, simpul_search;
GRANT SELECT ON iam.system_proof_keys TO simpul_proof;
CALL iam.protect('iam.system_proof_keys');
CREATE POLICY system_proof_keys_read ON iam.system_proof_keys FOR SELECT TO simpul_app, simpul_worker USING (false);
CREATE POLICY system_proof_keys_insert ON iam.system_proof_keys FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY system_proof_keys_update ON iam.system_proof_keys FOR UPDATE TO simpul_app, simpul_worker USING (false) WITH CHECK (false);
CREATE POLICY system_proof_keys_delete ON iam.system_proof_keys FOR DELETE TO simpul_app, simpul_worker USING (false);
CREATE POLICY system_proof_keys_compare ON iam.system_proof_keys FOR SELECT TO simpul_proof USING (true);
CREATE POLICY system_proof_keys_keep ON iam.system_proof_keys FOR ALL TO simpul_owner USING (true) WITH CHECK (true);

-- This session, by the process that serves it and the microsecond in which it began.
CREATE FUNCTION iam.session_mark() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS
$$ SELECT concat_ws(' ', s.pid, extract(epoch FROM s.backend_start)) FROM pg_stat_get_activity(pg_backend_pid()) s WHERE s.backend_start IS NOT NULL $$;

-- For a proof that was made for this session, a ticket that counts in this transaction; else nothing. Here and below digests are compared, so that
-- the time of the answer tells nothing of what would be right. No function answers with what the keys make of a text of the caller's.
CREATE FUNCTION iam.system_ticket(proof text) RETURNS text LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = iam, pg_temp AS $$
DECLARE
    keys iam.system_proof_keys;
BEGIN
    SELECT * INTO keys FROM iam.system_proof_keys;
    IF sha256(convert_to(proof, 'UTF8')) = sha256(convert_to(encode(sha256(keys.outer_block
        || sha256(keys.inner_block || convert_to('session ' || iam.session_mark(), 'UTF8'))), 'hex'), 'UTF8')) THEN
        RETURN encode(sha256(keys.outer_block
            || sha256(keys.inner_block || convert_to(concat_ws(' ', 'transaction', pg_backend_pid(), extract(epoch FROM now())), 'UTF8'))), 'hex');
    END IF;
    RETURN '';
END $$;

-- Whether a ticket is this transaction's. A parallel worker has the moment of the transaction that it works for, and a process of its own.
CREATE FUNCTION iam.holds_system_ticket(ticket text) RETURNS boolean LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 1
SET search_path = iam, pg_temp AS $$
DECLARE
    keys iam.system_proof_keys;
    process integer := pg_backend_pid();
BEGIN
    IF ticket = '' THEN
        RETURN false;
    END IF;
    SELECT * INTO keys FROM iam.system_proof_keys;
    WHILE process IS NOT NULL LOOP
        IF sha256(convert_to(ticket, 'UTF8')) = sha256(convert_to(encode(sha256(keys.outer_block
            || sha256(keys.inner_block || convert_to(concat_ws(' ', 'transaction', process, extract(epoch FROM now())), 'UTF8'))), 'hex'), 'UTF8')) THEN
            RETURN true;
        END IF;
        process := (SELECT s.leader_pid FROM pg_stat_get_activity(process) s);
    END LOOP;
    RETURN false;
END $$;
ALTER FUNCTION iam.session_mark() OWNER TO simpul_proof;
ALTER FUNCTION iam.system_ticket(text) OWNER TO simpul_proof;
ALTER FUNCTION iam.holds_system_ticket(text) OWNER TO simpul_proof;
-- The owner of the tables, who takes nothing from that role, asks iam.uid() as everybody does.
SET LOCAL ROLE simpul_proof;
GRANT EXECUTE ON FUNCTION iam.session_mark(), iam.system_ticket(text), iam.holds_system_ticket(text) TO simpul_owner;
SET LOCAL ROLE simpul_owner;

-- The worker acts as SYSTEM, and who may become the worker or the owner needs no proof of anything. A body that is parsed here means the same under
-- every search path, and is still put into the statement itself. The id is compared as what it is: text has many spellings of it.
CREATE OR REPLACE FUNCTION iam.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN nullif(current_setting('app.user_id', true), '')::uuid IS DISTINCT FROM '00000000-0000-7000-8000-000000000001'::uuid
        THEN nullif(current_setting('app.user_id', true), '')::uuid
    WHEN session_user = 'simpul_worker'::name OR pg_has_role(session_user, 'simpul_worker', 'MEMBER') OR pg_has_role(session_user, 'simpul_owner', 'MEMBER')
        OR iam.holds_system_ticket(current_setting('app.system_ticket', true))
        THEN '00000000-0000-7000-8000-000000000001'::uuid
END;
