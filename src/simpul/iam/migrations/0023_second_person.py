from __future__ import annotations

import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("iam", "0022_former_passwords"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [
        migrations.AddField("user", "email_changed_at", models.DateTimeField(null=True)),
        migrations.AddField("user", "activated_at", models.DateTimeField(null=True)),
        migrations.AddField("user", "left_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="AppliedChange",
            fields=[
                ("id", models.UUIDField(db_column="change_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("proposal_id", models.UUIDField(null=True)),
                ("proposed_by", models.UUIDField()),
                ("decided_by", models.UUIDField(null=True)),
                ("by_codes", models.BooleanField(db_default=False)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("told_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "applied_changes",
                "indexes": [models.Index(condition=models.Q(("told_at__isnull", True)), fields=["at"], name="applied_changes_untold_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("by_codes", True), ("decided_by__isnull", True)),
                            models.Q(
                                ("by_codes", False),
                                ("decided_by__isnull", False),
                                models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="applied_changes_two_people",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "second_person.sql"),
            unprotected("iam.applied_changes") + sql_file(__file__, "second_person_down.sql"),
        ),
    ]
