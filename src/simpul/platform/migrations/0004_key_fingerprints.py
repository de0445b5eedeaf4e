from django.db import migrations

FORWARD = """
-- Which keys the data of this database was written with: digests that tell nothing of the keys. Nobody but the owner changes a row.
CREATE TABLE jobs.key_fingerprints (
    name text CONSTRAINT key_fingerprints_pkey PRIMARY KEY,
    fingerprint text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT key_fingerprints_name_known CHECK (name ~ '^(blind_index|audit_hash|field:k[0-9]{1,6})$'),
    CONSTRAINT key_fingerprints_digest CHECK (fingerprint ~ '^[0-9a-f]{32}$')
);
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON jobs.key_fingerprints FROM simpul_app, simpul_worker, simpul_migrate;
"""

BACKWARD = "DROP TABLE jobs.key_fingerprints;"


class Migration(migrations.Migration):
    dependencies = [("platform", "0003_processes")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
