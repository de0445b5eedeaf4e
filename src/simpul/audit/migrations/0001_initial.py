from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file

FIELDS = [
    ("id", models.UUIDField(db_column="audit_id", primary_key=True, serialize=False)),
    ("created_at", models.DateTimeField()),
    ("action", models.TextField()),
    ("object_type", models.TextField()),
    ("object_id", models.TextField()),
    ("customer_id", models.UUIDField(null=True)),
    ("branch_code", models.TextField(null=True)),
    ("actor_user_id", models.UUIDField()),
    ("actor_role_key", models.TextField(null=True)),
    ("ip_address", models.GenericIPAddressField(null=True)),
    ("user_agent", models.TextField(null=True)),
    ("request_id", models.TextField(null=True)),
    ("elevation_id", models.UUIDField(null=True)),
    ("outcome", models.TextField(choices=[("ALLOWED", "Allowed"), ("DENIED", "Denied"), ("FAILED", "Failed")])),
    ("meta", models.JSONField()),
]


class Migration(migrations.Migration):
    dependencies = [("platform", "0001_initial")]
    operations = [
        migrations.CreateModel(name="AuditLog", fields=FIELDS, options={"db_table": "audit_logs", "managed": False}),
        migrations.RunSQL(
            sql_file(__file__, "partitions_ahead.sql", "0001_audit_logs.sql"),
            """DROP TABLE audit.audit_logs; DROP FUNCTION audit.ensure_partitions(integer);
               DROP PROCEDURE audit.guard(regclass); DROP FUNCTION audit.refuse_change();""",
        ),
    ]
