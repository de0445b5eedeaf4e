from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("iam", "0009_identities")]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.UUIDField(db_column="absence_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("kind", models.TextField(choices=[("LEAVE", "Leave"), ("SICK", "Sick"), ("DUTY", "Duty")])),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("cancelled_at", models.DateTimeField(null=True)),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        db_column="cancelled_by",
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_column="created_by", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("user", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "db_table": "absences",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("last_day__gte", models.F("first_day"))), name="absences_order"),
                    models.CheckConstraint(condition=models.Q(("kind__in", ["LEAVE", "SICK", "DUTY"])), name="absences_kind_known"),
                ],
            },
        ),
        migrations.RunSQL(sql_file(__file__, "0010_absences.sql"), unprotected("iam.absences") + sql_file(__file__, "0010_absences_down.sql")),
    ]
