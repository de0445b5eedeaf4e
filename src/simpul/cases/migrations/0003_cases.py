import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import simpul.platform.ids


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.UUIDField(db_column="case_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("case_no", models.TextField(db_default="")),
                ("customer_id", models.UUIDField()),
                ("branch_code", models.TextField()),
                ("channel", models.TextField()),
                ("kind", models.TextField()),
                ("priority", models.TextField()),
                ("status", models.TextField(db_default="NEW")),
                ("sla_due_at", models.DateTimeField()),
                ("first_response_due_at", models.DateTimeField()),
                ("legal_due_at", models.DateTimeField(null=True)),
                ("first_responded_at", models.DateTimeField(null=True)),
                ("sla_breached_at", models.DateTimeField(null=True)),
                ("assigned_to_user_id", models.UUIDField(null=True)),
                ("assigned_unit_code", models.TextField(null=True)),
                ("escalation_level", models.SmallIntegerField(db_default=0)),
                ("description", models.TextField()),
                ("contact_preference", models.TextField(db_default="")),
                ("product", models.TextField(db_default="")),
                ("transaction_ref", models.TextField(db_default="")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=15, null=True)),
                ("complainant", models.TextField(db_default="")),
                ("complainant_authority", models.TextField(db_default="")),
                ("final_response", models.TextField(null=True)),
                ("resolved_at", models.DateTimeField(null=True)),
                ("first_resolved_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.UUIDField(null=True)),
                ("reopened", models.SmallIntegerField(db_default=0)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("created_by", models.UUIDField()),
                ("updated_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("version", models.IntegerField(db_default=1)),
                (
                    "category",
                    models.ForeignKey(
                        db_column="category_code", db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.casecategory"
                    ),
                ),
                (
                    "legal_rules",
                    models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalrules"),
                ),
                (
                    "policy_version",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.servicelevelversion"),
                ),
                (
                    "resolution_code",
                    models.ForeignKey(
                        db_column="resolution_code",
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.resolutioncode",
                    ),
                ),
            ],
            options={
                "db_table": "cases",
            },
        ),
        migrations.CreateModel(
            name="CaseActivity",
            fields=[
                ("id", models.UUIDField(db_column="activity_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("activity_type", models.TextField()),
                ("message", models.TextField(null=True)),
                ("is_public", models.BooleanField(db_default=False)),
                ("data", models.JSONField(db_default={})),
                ("actor_user_id", models.UUIDField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("case", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="activities", to="cases.case")),
            ],
            options={
                "db_table": "case_activities",
            },
        ),
        migrations.CreateModel(
            name="CaseClockEvent",
            fields=[
                ("pk", models.CompositePrimaryKey("case_id", "seq", blank=True, editable=False, primary_key=True, serialize=False)),
                ("seq", models.IntegerField()),
                ("change", models.TextField()),
                ("at", models.DateTimeField(db_column="occurred_at")),
                ("clock", models.TextField(null=True)),
                ("rule_category", models.TextField(null=True)),
                ("priority", models.TextField(null=True)),
                ("kind", models.TextField(null=True)),
                ("calendars", models.JSONField(db_default={})),
                ("corrects", models.IntegerField(null=True)),
                ("moved_to", models.DateTimeField(null=True)),
                ("reason", models.TextField(db_default="")),
                ("actor_user_id", models.UUIDField()),
                ("case", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="clock_events", to="cases.case")),
                (
                    "legal_rules",
                    models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalrules"),
                ),
                (
                    "policy_version",
                    models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.servicelevelversion"),
                ),
            ],
            options={
                "db_table": "case_clock_events",
            },
        ),
        migrations.CreateModel(
            name="CaseNumber",
            fields=[
                ("pk", models.CompositePrimaryKey("branch_code", "year", blank=True, editable=False, primary_key=True, serialize=False)),
                ("branch_code", models.TextField()),
                ("year", models.SmallIntegerField()),
                ("last_number", models.IntegerField()),
            ],
            options={
                "db_table": "case_numbers",
                "constraints": [models.CheckConstraint(condition=models.Q(("last_number__gte", 1), ("year__range", (2000, 2199))), name="case_numbers_counts")],
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["branch_code", "status", "sla_due_at", "id"], name="idx_cases_queue"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["branch_code", "sla_due_at", "id"],
                name="cases_open_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["branch_code", "category", "sla_due_at", "id"],
                name="cases_open_category_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["branch_code", "priority", "sla_due_at", "id"],
                name="cases_open_priority_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"]), ("assigned_to_user_id__isnull", True)),
                fields=["branch_code", "sla_due_at", "id"],
                name="cases_unassigned_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"])),
                fields=["assigned_to_user_id", "sla_due_at", "id"],
                name="cases_assignee_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status__in", ["ESCALATED", "IN_PROGRESS", "NEW", "WAITING_INFO"]), ("assigned_unit_code__isnull", False)),
                fields=["assigned_unit_code", "sla_due_at", "id"],
                name="cases_unit_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("status", "CLOSED")), fields=["branch_code", "-closed_at", "-id"], name="cases_closed_idx"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["customer_id", "-created_at"], name="cases_customer_idx"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("case_no",), name="cases_number_once"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["BRANCH", "CALL_CENTER", "MOBILE", "EMAIL", "WHATSAPP", "WEB"])), name="cases_channel_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("kind__in", ["VERBAL", "WRITTEN"])), name="cases_kind_known"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("priority__in", ["LOW", "MEDIUM", "HIGH", "CRITICAL"])), name="cases_priority_known"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED", "CLOSED"])), name="cases_status_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("escalation_level__range", (0, 3))), name="cases_escalation_level"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"), name="cases_amount"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(condition=models.Q(("reopened__gte", 0), ("version__gte", 1)), name="cases_counts"),
        ),
        migrations.AddIndex(
            model_name="caseactivity",
            index=models.Index(fields=["case", "created_at", "id"], name="idx_case_activities_case"),
        ),
        migrations.AddConstraint(
            model_name="caseactivity",
            constraint=models.CheckConstraint(
                condition=models.Q(("activity_type__in", ["NOTE", "ASSIGN", "ESCALATE", "STATUS_CHANGE", "ATTACHMENT", "FINAL_RESPONSE", "MESSAGE", "SLA"])),
                name="case_activities_type_known",
            ),
        ),
    ]
