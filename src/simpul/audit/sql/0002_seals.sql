-- Seals over the trail: each covers the rows of a range of transactions that have all ended, and names the seal before it.
-- What is hashed and signed, byte by byte, stands in docs/adr/0011-sealing-outside-the-write-path.md.

-- Transaction ids begin anew when a dump is restored on another server: rows of such a new beginning carry the next era.
ALTER TABLE audit.audit_logs ADD COLUMN era integer NOT NULL DEFAULT 1;
CREATE INDEX audit_logs_seal_idx ON audit.audit_logs (era, xid);

-- Nobody writes a row into a range that is sealed already, or into the past.
ALTER POLICY audit_logs_insert ON audit.audit_logs WITH CHECK (
    actor_user_id = (SELECT iam.uid()) AND xid = pg_current_xact_id()
    AND created_at BETWEEN now() - interval '5 minutes' AND clock_timestamp() + interval '5 minutes');

CREATE TABLE audit.audit_seals (
    number bigint NOT NULL CONSTRAINT audit_seals_pkey PRIMARY KEY CONSTRAINT audit_seals_number_positive CHECK (number > 0),
    format smallint NOT NULL,
    kind text NOT NULL CONSTRAINT audit_seals_kind_known CHECK (kind IN ('ROWS', 'RESTORED', 'MONTH_DROPPED')),
    era integer NOT NULL,
    lower xid8 NOT NULL,
    upper xid8 NOT NULL,
    row_count integer NOT NULL,
    rows_total bigint NOT NULL,
    first_at timestamptz,
    last_at timestamptz,
    root bytea NOT NULL CONSTRAINT audit_seals_root_length CHECK (length(root) = 32),
    entries_hash bytea NOT NULL CONSTRAINT audit_seals_entries_hash_length CHECK (length(entries_hash) = 32),
    previous bytea NOT NULL CONSTRAINT audit_seals_previous_once UNIQUE CONSTRAINT audit_seals_previous_length CHECK (length(previous) = 32),
    sealed_at timestamptz NOT NULL,
    key_id text NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL CONSTRAINT audit_seals_hash_once UNIQUE CONSTRAINT audit_seals_hash_length CHECK (length(hash) = 32),
    signature bytea NOT NULL CONSTRAINT audit_seals_signature_length CHECK (length(signature) = 64),
    -- One entry per row, in order: audit_id (16 bytes), created_at (8), leaf (32). It tells which row is wrong, not only that one is.
    entries bytea STORAGE EXTERNAL NOT NULL,
    CONSTRAINT audit_seals_range CHECK (lower < upper OR kind <> 'ROWS' AND lower = upper),
    CONSTRAINT audit_seals_entries_length CHECK (length(entries) = 56 * row_count)
);
CREATE UNIQUE INDEX audit_seals_range_idx ON audit.audit_seals (era, lower) WHERE kind = 'ROWS';

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.audit_seals FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CALL audit.guard('audit.audit_seals'::regclass);
-- A seal says nothing about a person or a branch; who may not open the trail has no use for it either.
CREATE POLICY audit_seals_read ON audit.audit_seals FOR SELECT TO simpul_app, simpul_worker USING ((SELECT iam.reach('audit', 'R')) > 0);
CREATE POLICY audit_seals_insert ON audit.audit_seals FOR INSERT TO simpul_app, simpul_worker WITH CHECK (false);
CREATE POLICY audit_seals_update ON audit.audit_seals FOR UPDATE TO simpul_app, simpul_worker USING (false);
CREATE POLICY audit_seals_delete ON audit.audit_seals FOR DELETE TO simpul_app, simpul_worker USING (false);
-- For drop_month below, which runs as the owner.
CREATE POLICY audit_seals_owner ON audit.audit_seals FOR SELECT TO simpul_owner USING (true);
GRANT SELECT ON audit.audit_seals TO simpul_app, simpul_worker;
REVOKE INSERT ON audit.audit_seals FROM simpul_migrate;
GRANT SELECT, INSERT ON audit.audit_seals TO simpul_sealer;
GRANT SELECT, INSERT ON audit.audit_logs TO simpul_sealer;

-- Begin the next era: the owner does so, after a restore, before anybody writes.
CREATE FUNCTION audit.begin_era() RETURNS integer LANGUAGE plpgsql SET search_path = audit, pg_temp AS $$
DECLARE
    following integer := 1 + (SELECT pg_get_expr(d.adbin, d.adrelid)::integer FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                          WHERE a.attrelid = 'audit.audit_logs'::regclass AND a.attname = 'era');
BEGIN
    EXECUTE format('ALTER TABLE audit.audit_logs ALTER COLUMN era SET DEFAULT %s', following);
    RETURN following;
END $$;
REVOKE ALL ON FUNCTION audit.begin_era() FROM PUBLIC, simpul_app, simpul_worker, simpul_search, simpul_sealer, simpul_migrate;

-- Remove a month of the trail for good. The newest seal must announce it, with the number of rows, in the same transaction;
-- the month must have ended a year ago or longer and every row of it must be sealed. Seals and their entries stay.
CREATE FUNCTION audit.drop_month(month date) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
    partition text := format('audit_logs_%s', to_char(month, 'YYYY_MM'));
    announced jsonb;
    present bigint;
    unsealed bigint;
BEGIN
    IF month <> date_trunc('month', month) OR (month + interval '13 months') AT TIME ZONE 'UTC' > now() THEN
        RAISE EXCEPTION 'Only a whole month that ended a year ago or longer may be dropped, not %.', month USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = 'audit.audit_logs'::regclass AND inhrelid = to_regclass('audit.' || partition)) THEN
        RAISE EXCEPTION 'The trail has no partition for the month %.', month USING ERRCODE = 'undefined_table';
    END IF;
    SELECT s.details::jsonb INTO announced FROM audit.audit_seals s
     WHERE s.kind = 'MONTH_DROPPED' AND s.xmin = pg_current_xact_id()::xid AND s.number = (SELECT max(number) FROM audit.audit_seals);
    IF announced ->> 'month' IS DISTINCT FROM to_char(month, 'YYYY-MM') THEN
        RAISE EXCEPTION 'A month is dropped only in the transaction of the seal that announces it.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('ALTER TABLE audit.audit_logs DETACH PARTITION audit.%I', partition);
    -- It goes in this transaction or is attached again: its owner must see every row of it now.
    EXECUTE format('ALTER TABLE audit.%I NO FORCE ROW LEVEL SECURITY', partition);
    EXECUTE format('SELECT count(*), count(*) FILTER (WHERE r.xid >= coalesce(s.upper, ''0''::xid8)) FROM audit.%I r'
                   ' LEFT JOIN (SELECT era, max(upper) AS upper FROM audit.audit_seals WHERE kind = ''ROWS'' GROUP BY era) s USING (era)', partition)
       INTO present, unsealed;
    IF unsealed > 0 OR present <> (announced ->> 'rows')::bigint THEN
        RAISE EXCEPTION 'The month % holds % rows, % of them unsealed; its seal announces %.', month, present, unsealed, announced ->> 'rows'
              USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('DROP TABLE audit.%I', partition);
    RETURN present;
END $$;
REVOKE ALL ON FUNCTION audit.drop_month(date) FROM PUBLIC, simpul_app, simpul_worker, simpul_search, simpul_migrate;
GRANT EXECUTE ON FUNCTION audit.drop_month(date) TO simpul_sealer;
