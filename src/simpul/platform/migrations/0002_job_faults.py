from django.db import migrations

FORWARD = """
-- Why the last try of a job failed. Procrastinate keeps that a job failed, not why.
CREATE TABLE jobs.job_faults (
    job_id bigint CONSTRAINT job_faults_pkey PRIMARY KEY
        CONSTRAINT job_faults_job_known REFERENCES jobs.procrastinate_jobs (id) ON DELETE CASCADE,
    told text NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now()
);
-- Few among many: jobs that are run, and those that were given up.
CREATE INDEX simpul_jobs_unusual_idx ON jobs.procrastinate_jobs (status, id) WHERE status IN ('doing', 'failed');
"""

BACKWARD = """
DROP INDEX jobs.simpul_jobs_unusual_idx;
DROP TABLE jobs.job_faults;
"""


class Migration(migrations.Migration):
    dependencies = [("platform", "0001_initial"), ("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
