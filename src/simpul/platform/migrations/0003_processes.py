from django.db import migrations

FORWARD = """
-- Unlogged: after a crash every process says again that it is there.
CREATE UNLOGGED TABLE jobs.processes (
    process_id uuid CONSTRAINT processes_pkey PRIMARY KEY,
    kind text NOT NULL CONSTRAINT processes_kind_known CHECK (kind IN ('web', 'worker', 'sealer')),
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    figures jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.processes TO simpul_sealer;
"""

BACKWARD = "DROP TABLE jobs.processes;"


class Migration(migrations.Migration):
    dependencies = [("platform", "0002_job_faults")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
