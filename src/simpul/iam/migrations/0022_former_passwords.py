from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file, unprotected

_NOW = django.db.models.functions.datetime.Now()


class Migration(migrations.Migration):
    dependencies = [("iam", "0021_list_views")]

    operations = [
        migrations.CreateModel(
            name="FormerPassword",
            fields=[
                ("id", models.UUIDField(db_column="former_password_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("password", models.TextField()),
                ("kept_at", models.DateTimeField(db_default=_NOW)),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={"db_table": "former_passwords"},
        ),
        migrations.CreateModel(
            name="KnownBrowser",
            fields=[
                ("pk", models.CompositePrimaryKey("user_id", "digest", blank=True, editable=False, primary_key=True, serialize=False)),
                ("digest", models.TextField()),
                ("first_seen_at", models.DateTimeField(db_default=_NOW)),
                ("last_seen_at", models.DateTimeField(db_default=_NOW)),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "db_table": "known_browsers",
                "constraints": [models.CheckConstraint(condition=models.Q(last_seen_at__gte=models.F("first_seen_at")), name="known_browsers_order")],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "former_passwords.sql"),
            unprotected("iam.former_passwords", "iam.known_browsers") + sql_file(__file__, "former_passwords_down.sql"),
        ),
    ]
