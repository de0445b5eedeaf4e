from __future__ import annotations

from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("messaging", "0025_subject_sets"), ("iam", "0021_list_views")]

    operations = [
        migrations.CreateModel(
            name="StaffMail",
            fields=[
                ("id", models.UUIDField(db_column="mail_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("subject_type", models.TextField()),
                ("subject_id", models.TextField()),
                ("sealed", models.TextField()),
                ("handover", models.TextField(db_default="WAITING")),
                ("provider_key", models.TextField(null=True)),
                ("attempts", models.SmallIntegerField(db_default=0)),
                ("not_before", models.DateTimeField()),
                ("queued_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_reason", models.TextField(null=True)),
            ],
            options={
                "db_table": "staff_mails",
                "indexes": [
                    models.Index(condition=models.Q(("handover", "WAITING")), fields=["not_before", "id"], name="staff_mails_due_idx"),
                    models.Index(fields=["queued_at"], name="staff_mails_age_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("handover__in", ["WAITING", "CLAIMED", "UNKNOWN", "DONE"])),
                        name="staff_mails_handover_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sent_at__isnull", True), ("failed_reason__isnull", True), _connector="OR"),
                        name="staff_mails_one_end",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "staff_mail_rules.sql"),
            unprotected("crm.staff_mails") + sql_file(__file__, "staff_mail_rules_down.sql"),
        ),
    ]
