from __future__ import annotations

import django.db.models.functions.datetime
from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [
        ("followup", "0002_rules"),
        ("iam", "0021_list_views"),
        ("customers", "0003_scope"),
        ("tasks", "0005_activity_rules"),
        ("value", "0002_scope"),
    ]
    operations = [
        migrations.CreateModel(
            name="FollowupWarning",
            fields=[
                ("pk", models.CompositePrimaryKey("customer_id", "window_ends_at", blank=True, editable=False, primary_key=True, serialize=False)),
                ("customer_id", models.UUIDField()),
                ("window_ends_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "db_table": "followup_warnings",
                "indexes": [models.Index(fields=["sent_at"], name="followup_warnings_sent_idx")],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "0005_cards.sql"),
            unprotected("crm.followup_warnings") + sql_file(__file__, "0005_cards_down.sql"),
        ),
    ]
