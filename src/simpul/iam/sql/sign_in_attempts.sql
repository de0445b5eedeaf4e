-- An attempt to sign in counts while it is judged: no more are judged at once than may still fail before the name or address
-- closes, whichever process or connection they come through. One that was never ended, because its process was killed, is
-- forgotten after a minute.
CREATE FUNCTION iam.claim_sign_in_attempt(of_subject text, of_kind text, allowed integer, memory interval)
RETURNS TABLE (claimed boolean, closed_until timestamptz, failed integer)
LANGUAGE plpgsql VOLATILE SET search_path = iam, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    found iam.sign_in_failures;
BEGIN
    INSERT INTO iam.sign_in_failures AS f (subject, kind, failures, last_at, locked_until, judging, judging_since)
    VALUES (of_subject, of_kind, 0, moment, NULL, 1, moment)
    ON CONFLICT (subject) DO UPDATE SET
        judging = CASE WHEN f.judging_since > moment - interval '1 minute' THEN f.judging ELSE 0 END + 1,
        judging_since = moment
    WHERE (f.locked_until IS NULL OR f.locked_until <= moment)
      AND CASE WHEN f.judging_since > moment - interval '1 minute' THEN f.judging ELSE 0 END
          < greatest(1, allowed - CASE WHEN f.last_at < moment - memory THEN 0 ELSE f.failures END)
    RETURNING * INTO found;
    IF found.subject IS NOT NULL THEN
        RETURN QUERY SELECT true, NULL::timestamptz, found.failures;
        RETURN;
    END IF;
    SELECT f.* INTO found FROM iam.sign_in_failures f WHERE f.subject = of_subject;
    RETURN QUERY SELECT false, greatest(found.locked_until, moment + interval '1 second'), greatest(found.failures, allowed);
END $$;

CREATE OR REPLACE FUNCTION iam.note_sign_in_failure(of_subject text, of_kind text, allowed integer, longest interval, memory interval)
RETURNS TABLE (failed integer, closed_until timestamptz)
LANGUAGE sql VOLATILE SET search_path = iam, pg_temp AS $$
    INSERT INTO iam.sign_in_failures AS f (subject, kind, failures, last_at, locked_until)
    VALUES (of_subject, of_kind, 1, clock_timestamp(), CASE WHEN allowed <= 1 THEN clock_timestamp() + interval '1 minute' END)
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN f.last_at < clock_timestamp() - memory THEN 1 ELSE f.failures + 1 END,
        last_at = clock_timestamp(),
        judging = greatest(f.judging - 1, 0),
        locked_until = CASE
            WHEN f.last_at < clock_timestamp() - memory OR f.failures + 1 < allowed THEN NULL
            ELSE clock_timestamp() + least(interval '1 minute' * power(2, least(f.failures + 1 - allowed, 20)), longest) END
    RETURNING f.failures, f.locked_until
$$;
