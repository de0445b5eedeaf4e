from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [
        ("iam", "0004_resources"),
    ]

    operations = [
        migrations.CreateModel(
            name="SettingValue",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("value", models.JSONField(null=True)),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "changed_by",
                    models.ForeignKey(db_column="changed_by", on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "db_table": "settings",
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.UUIDField(db_column="revision_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("kind", models.TextField(choices=[("SETTINGS", "Settings"), ("GRANTS", "Grants")])),
                ("number", models.IntegerField()),
                ("changes", models.JSONField()),
                ("reason", models.TextField()),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "changed_by",
                    models.ForeignKey(db_column="changed_by", on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "db_table": "configuration_revisions",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "number"), name="configuration_revisions_once"),
                    models.CheckConstraint(condition=models.Q(("kind__in", ["SETTINGS", "GRANTS"])), name="configuration_revisions_kind_known"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="configuration_revisions_number_positive"),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitSetting",
            fields=[
                ("id", models.UUIDField(db_column="unit_setting_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("key", models.TextField()),
                ("value", models.JSONField(null=True)),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "changed_by",
                    models.ForeignKey(db_column="changed_by", on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("unit", models.ForeignKey(db_column="unit_code", on_delete=django.db.models.deletion.PROTECT, related_name="+", to="iam.unit")),
            ],
            options={
                "db_table": "unit_settings",
                "constraints": [models.UniqueConstraint(fields=("unit", "key"), name="unit_settings_once")],
            },
        ),
        migrations.RunSQL(sql_file(__file__, "0005_settings.sql"), sql_file(__file__, "actor.sql", "0005_settings_down.sql")),
    ]
