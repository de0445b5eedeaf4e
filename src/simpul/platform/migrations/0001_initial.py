from django.db import migrations

FORWARD = """
CREATE TABLE jobs.idempotency_keys (
    actor_id uuid NOT NULL,
    key text NOT NULL,
    operation text NOT NULL,
    request_digest text NOT NULL,
    answer text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (actor_id, key, operation)
);
CREATE INDEX idempotency_keys_created_at_idx ON jobs.idempotency_keys (created_at);

-- Unlogged: losing the buckets in a crash only gives everybody a full bucket again.
CREATE UNLOGGED TABLE jobs.rate_buckets (
    key text CONSTRAINT rate_buckets_pkey PRIMARY KEY,
    tokens double precision NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE FUNCTION jobs.take_token(bucket text, capacity integer, seconds double precision,
                                OUT allowed boolean, OUT remaining integer, OUT retry_after integer)
LANGUAGE plpgsql SET search_path = jobs, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    level double precision;
BEGIN
    INSERT INTO jobs.rate_buckets AS b (key, tokens, updated_at) VALUES (bucket, capacity, moment)
    ON CONFLICT (key) DO UPDATE SET
        tokens = least(capacity, b.tokens + greatest(0, extract(epoch FROM moment - b.updated_at)) * capacity / seconds),
        updated_at = greatest(b.updated_at, moment)
    RETURNING tokens INTO level;
    allowed := level >= 1;
    IF allowed THEN
        UPDATE jobs.rate_buckets SET tokens = level - 1 WHERE key = bucket;
        level := level - 1;
    END IF;
    remaining := floor(level);
    retry_after := CASE WHEN level >= 1 THEN 0 ELSE ceil((1 - level) * seconds / capacity) END;
END $$;

-- Django's database cache, shared by all processes (sign-in rate limits live here).
CREATE TABLE jobs.cache (
    cache_key varchar(255) CONSTRAINT cache_pkey PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX cache_expires_idx ON jobs.cache (expires);
"""

BACKWARD = """
DROP TABLE jobs.cache;
DROP FUNCTION jobs.take_token(text, integer, double precision);
DROP TABLE jobs.rate_buckets;
DROP TABLE jobs.idempotency_keys;
"""


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
