import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_case_timers"),
        ("documents", "0002_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseExtension",
            fields=[
                ("id", models.UUIDField(db_column="extension_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("status", models.TextField(db_default="WAITING")),
                ("reason_code", models.TextField()),
                ("note", models.TextField()),
                ("proof_document_id", models.UUIDField()),
                ("requested_by", models.UUIDField()),
                ("requested_at", models.DateTimeField()),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decision_note", models.TextField(db_default="")),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("case", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="cases.case")),
            ],
            options={
                "db_table": "case_extensions",
                "indexes": [models.Index(fields=["case", "-requested_at"], name="case_extensions_case_idx")],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("status", "REFUSED"), _negated=True), fields=("case",), name="case_extensions_one"),
                    models.CheckConstraint(condition=models.Q(("status__in", ["WAITING", "APPROVED", "REFUSED"])), name="case_extensions_status_known"),
                    models.CheckConstraint(
                        condition=models.Q(("reason_code__in", ["BEYOND_CONTROL", "OTHER_OFFICE", "OTHER_PARTY", "RESEARCH"])),
                        name="case_extensions_reason_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("status", "WAITING")),
                            models.Q(
                                models.Q(("status", "WAITING"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                models.Q(("decided_by", models.F("requested_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="case_extensions_decided_by_another",
                    ),
                ],
            },
        ),
        migrations.RunSQL(sql_file(__file__, "0008_extensions.sql"), sql_file(__file__, "0008_extensions_down.sql")),
    ]
