from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import simpul.platform.ids


class Migration(migrations.Migration):
    dependencies = [
        ("iam", "0023_second_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoleConflict",
            fields=[
                ("id", models.UUIDField(db_column="role_conflict_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("reason", models.TextField()),
                ("is_shipped", models.BooleanField(db_default=False)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        db_column="created_by", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "first_role",
                    models.ForeignKey(
                        db_column="first_role", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="iam.role", to_field="key"
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_column="removed_by",
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "second_role",
                    models.ForeignKey(
                        db_column="second_role", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="iam.role", to_field="key"
                    ),
                ),
            ],
            options={
                "db_table": "role_conflicts",
            },
        ),
        migrations.CreateModel(
            name="RoleException",
            fields=[
                ("id", models.UUIDField(db_column="role_exception_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("reason", models.TextField()),
                ("until_on", models.DateField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ended_at", models.DateTimeField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(choices=[("ROLE_ENDED", "Role Ended"), ("NOTHING_LEFT", "Nothing Left")], null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_column="approved_by",
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conflict",
                    models.ForeignKey(
                        db_column="role_conflict_id", on_delete=django.db.models.deletion.PROTECT, related_name="exceptions", to="iam.roleconflict"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_column="created_by", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        db_column="ended_by",
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "db_table": "role_exceptions",
            },
        ),
        migrations.AddConstraint(
            model_name="roleconflict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at__isnull", True)), fields=("first_role", "second_role"), name="role_conflicts_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="roleconflict",
            constraint=models.CheckConstraint(condition=models.Q(("first_role__lt", models.F("second_role"))), name="role_conflicts_order"),
        ),
        migrations.AddConstraint(
            model_name="roleconflict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                    models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="role_conflicts_removed",
            ),
        ),
        migrations.AddIndex(
            model_name="roleexception",
            index=models.Index(condition=models.Q(("settled_at__isnull", True)), fields=["until_on"], name="role_exceptions_unsettled_idx"),
        ),
        migrations.AddConstraint(
            model_name="roleexception",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_by__isnull", True), ("ended_at__isnull", False), _connector="OR"), name="role_exceptions_ended"
            ),
        ),
        migrations.AddConstraint(
            model_name="roleexception",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__isnull", True), ("settled_at__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("outcome__in", ["ROLE_ENDED", "NOTHING_LEFT"]), ("settled_at__isnull", False)),
                    _connector="OR",
                ),
                name="role_exceptions_settled",
            ),
        ),
    ]
