import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.ids


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_case_rules"),
    ]

    operations = [
        migrations.AddField(model_name="case", name="review", field=models.TextField(null=True)),
        migrations.AddField(model_name="case", name="proposed_response", field=models.TextField(null=True)),
        migrations.AddField(model_name="case", name="proposed_by", field=models.UUIDField(null=True)),
        migrations.AddField(model_name="case", name="proposed_at", field=models.DateTimeField(null=True)),
        migrations.AddField(model_name="case", name="reviewed_by", field=models.UUIDField(null=True)),
        migrations.CreateModel(
            name="CaseReminder",
            fields=[
                ("id", models.UUIDField(db_column="reminder_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("at", models.DateTimeField(db_column="remind_at")),
                ("note", models.TextField(db_default="")),
                ("told_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("case", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="cases.case")),
            ],
            options={
                "db_table": "case_reminders",
            },
        ),
        migrations.CreateModel(
            name="CaseWatcher",
            fields=[
                ("pk", models.CompositePrimaryKey("case_id", "user_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("case", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="watchers", to="cases.case")),
            ],
            options={
                "db_table": "case_watchers",
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("review", "WAITING")), fields=["branch_code", "proposed_at", "id"], name="cases_review_idx"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("review__isnull", True), ("review__in", ["WAITING", "RETURNED"]), _connector="OR"), name="cases_review_known"
            ),
        ),
        migrations.AddIndex(
            model_name="casereminder",
            index=models.Index(fields=["case", "user_id"], name="case_reminders_case_idx"),
        ),
        migrations.AddIndex(
            model_name="casewatcher",
            index=models.Index(fields=["user_id", "case"], name="case_watchers_user_idx"),
        ),
    ]
