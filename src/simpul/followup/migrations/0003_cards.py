from __future__ import annotations

import django.db.models.deletion
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
                ("id", models.BigAutoField(db_column="warning_id", primary_key=True, serialize=False)),
                ("window_ends_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "assignment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="followup.followupassignment",
                    ),
                ),
            ],
            options={
                "db_table": "followup_warnings",
                "indexes": [models.Index(fields=["sent_at"], name="followup_warnings_sent_idx")],
                "constraints": [models.UniqueConstraint(fields=["assignment", "window_ends_at"], name="followup_warnings_once")],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "0005_cards.sql"),
            unprotected("crm.followup_warnings") + sql_file(__file__, "0005_cards_down.sql"),
        ),
    ]
