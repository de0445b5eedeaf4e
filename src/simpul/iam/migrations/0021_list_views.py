from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.db.fields
import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("iam", "0020_homes")]

    operations = [
        migrations.CreateModel(
            name="ListView",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_column="view_id",
                        default=simpul.platform.ids.uuid7,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("user_id", models.UUIDField()),
                ("list_key", models.TextField()),
                ("resource", models.TextField()),
                ("name", models.TextField()),
                ("filters", models.JSONField()),
                ("branch_codes", simpul.platform.db.fields.TextArray(db_default=[])),
                ("version", models.IntegerField(db_default=1)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={
                "db_table": "list_views",
                "constraints": [
                    models.UniqueConstraint(fields=("user_id", "list_key", "name"), name="list_views_name_once"),
                    models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="list_views_version"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ListViewMark",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "user_id",
                        "view_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("user_id", models.UUIDField()),
                ("list_key", models.TextField()),
                ("pinned", models.BooleanField(db_default=False)),
                ("is_default", models.BooleanField(db_default=False)),
                (
                    "view",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="iam.listview",
                    ),
                ),
            ],
            options={
                "db_table": "list_view_marks",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("user_id", "list_key"),
                        name="list_view_marks_one_default",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "list_views.sql"),
            unprotected("iam.list_views", "iam.list_view_marks") + sql_file(__file__, "list_views_down.sql"),
        ),
    ]
