DROP FUNCTION iam.claim_sign_in_attempt(text, text, integer, interval);
DELETE FROM iam.sign_in_failures WHERE failures = 0;

CREATE OR REPLACE FUNCTION iam.note_sign_in_failure(of_subject text, of_kind text, allowed integer, longest interval, memory interval)
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
