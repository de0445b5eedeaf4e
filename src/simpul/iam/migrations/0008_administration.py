from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [
        ("iam", "0007_sign_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="PasswordLink",
            fields=[
                ("id", models.UUIDField(db_column="password_link_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("digest", models.TextField(unique=True)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "password_links",
            },
        ),
        migrations.RemoveConstraint(
            model_name="scope",
            name="user_branch_scopes_once",
        ),
        migrations.AddField(
            model_name="branch",
            name="version",
            field=models.IntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name="role",
            name="based_on",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="role",
            name="is_shipped",
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name="role",
            name="retired_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="role",
            name="version",
            field=models.IntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name="unit",
            name="version",
            field=models.IntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name="user",
            name="version",
            field=models.IntegerField(db_default=1),
        ),
        migrations.AddConstraint(
            model_name="scope",
            constraint=models.UniqueConstraint(
                condition=models.Q(("active_to__isnull", True)),
                fields=("user", "scope_type", "branch", "unit"),
                name="user_branch_scopes_one_open",
                nulls_distinct=False,
            ),
        ),
        migrations.AddField(
            model_name="passwordlink",
            name="created_by",
            field=models.ForeignKey(db_column="created_by", on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="passwordlink",
            name="user",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name="passwordlink",
            constraint=models.UniqueConstraint(condition=models.Q(("ended_at__isnull", True)), fields=("user",), name="password_links_one_open"),
        ),
        migrations.AddConstraint(
            model_name="passwordlink",
            constraint=models.CheckConstraint(condition=models.Q(("expires_at__gt", models.F("created_at"))), name="password_links_order"),
        ),
        migrations.RunSQL(sql_file(__file__, "administration.sql"), sql_file(__file__, "administration_down.sql")),
    ]
