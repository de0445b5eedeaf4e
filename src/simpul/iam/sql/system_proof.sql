-- SYSTEM's id is claimed by nobody who only has the web server's login: such a session is SYSTEM with a proof made for it alone.

-- What proofs are made with, as the two blocks that HMAC-SHA-256 begins its hashes with. Written by `simpul migrate`, read by simpul_proof.
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

-- This session, by the process that serves it and the microsecond in which it began; of a parallel worker, the session that it works for.
CREATE FUNCTION iam.session_mark() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT leader.pid || ' ' || extract(epoch FROM leader.backend_start)
    FROM pg_stat_get_activity(pg_backend_pid()) own, pg_stat_get_activity(coalesce(own.leader_pid, own.pid)) leader
$$;

-- Whether a proof was made for this session. The digests are compared, so that the time of the answer tells nothing of the proof.
CREATE FUNCTION iam.proves_system(proof text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 1 SET search_path = iam, pg_temp AS $$
    SELECT proof <> '' AND EXISTS (
        SELECT FROM iam.system_proof_keys k
        WHERE sha256(convert_to(proof, 'UTF8'))
            = sha256(convert_to(encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(iam.session_mark(), 'UTF8'))), 'hex'), 'UTF8')))
$$;
ALTER FUNCTION iam.session_mark() OWNER TO simpul_proof;
ALTER FUNCTION iam.proves_system(text) OWNER TO simpul_proof;
-- The owner of the tables, who takes nothing from that role, asks iam.uid() as everybody does.
SET LOCAL ROLE simpul_proof;
GRANT EXECUTE ON FUNCTION iam.session_mark(), iam.proves_system(text) TO simpul_owner;
SET LOCAL ROLE simpul_owner;

-- The worker acts as SYSTEM, and who may become the worker or the owner needs no proof of anything. A body that is parsed here means the same under
-- every search path, and is still put into the statement itself. The id is compared as what it is: text has many spellings of it.
CREATE OR REPLACE FUNCTION iam.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN nullif(current_setting('app.user_id', true), '')::uuid IS DISTINCT FROM '00000000-0000-7000-8000-000000000001'::uuid
        THEN nullif(current_setting('app.user_id', true), '')::uuid
    WHEN session_user = 'simpul_worker'::name OR pg_has_role(session_user, 'simpul_worker', 'MEMBER') OR pg_has_role(session_user, 'simpul_owner', 'MEMBER')
        OR iam.proves_system(current_setting('app.system_proof', true))
        THEN '00000000-0000-7000-8000-000000000001'::uuid
END;
