import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.db.fields
import simpul.platform.ids


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_intake_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseView",
            fields=[
                ("id", models.UUIDField(db_column="view_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("name", models.TextField()),
                ("filters", models.JSONField()),
                ("branch_codes", simpul.platform.db.fields.TextArray(db_default=[])),
                ("version", models.IntegerField(db_default=1)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("updated_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "db_table": "case_views",
            },
        ),
        migrations.CreateModel(
            name="CaseViewMark",
            fields=[
                ("pk", models.CompositePrimaryKey("user_id", "view_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("pinned", models.BooleanField(db_default=False)),
                ("is_default", models.BooleanField(db_default=False)),
                ("view", models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="cases.caseview")),
            ],
            options={
                "db_table": "case_view_marks",
            },
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_open_idx",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_open_category_idx",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_open_priority_idx",
        ),
        migrations.RemoveIndex(
            model_name="case",
            name="cases_unassigned_idx",
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["branch_code", "sla_due_at", "id"],
                include=("status", "priority", "category", "channel", "assigned_to_user_id", "assigned_unit_code", "created_by", "customer_id", "review"),
                name="cases_open_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["branch_code", "-created_at", "-id"],
                include=(
                    "status",
                    "priority",
                    "category",
                    "channel",
                    "assigned_to_user_id",
                    "assigned_unit_code",
                    "created_by",
                    "customer_id",
                    "review",
                    "sla_due_at",
                ),
                name="cases_open_created_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])), fields=["customer_id"], name="cases_open_customer_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["created_by", "branch_code", "status"], name="cases_maker_idx"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("assigned_to_user_id__isnull", False)), fields=["assigned_to_user_id", "branch_code", "status"], name="cases_holder_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("assigned_unit_code__isnull", False)), fields=["assigned_unit_code", "branch_code", "status"], name="cases_holding_unit_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseview",
            constraint=models.UniqueConstraint(fields=("user_id", "name"), name="case_views_name_once"),
        ),
        migrations.AddConstraint(
            model_name="caseview",
            constraint=models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="case_views_counts"),
        ),
        migrations.AddConstraint(
            model_name="caseviewmark",
            constraint=models.UniqueConstraint(condition=models.Q(("is_default", True)), fields=("user_id",), name="case_view_marks_one_default"),
        ),
    ]
