# scaffold: leave out (the whole file)

from django.db import migrations, models

import simpul.platform.ids


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0003_open_tasks"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_column="rm_activity_id",
                        default=simpul.platform.ids.uuid7,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("customer_id", models.UUIDField()),
                ("branch_code", models.TextField()),
                ("author_id", models.UUIDField(db_column="rm_user_id")),
                (
                    "activity_type",
                    models.TextField(
                        choices=[
                            ("CALL", "Call"),
                            ("MEETING", "Meeting"),
                            ("NOTE", "Note"),
                            ("VISIT", "Visit"),
                            ("EMAIL", "Email"),
                            ("WHATSAPP", "Whatsapp"),
                        ]
                    ),
                ),
                ("note", models.TextField()),
                ("outcome", models.TextField(default="")),
                ("next_step", models.TextField(default="")),
                ("next_on", models.DateField(null=True)),
                ("next_task_id", models.UUIDField(null=True)),
                ("subject_type", models.TextField(default="")),
                ("subject_id", models.UUIDField(null=True)),
                ("happened_at", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("version", models.IntegerField(default=1)),
            ],
            options={
                "db_table": "rm_activities",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_column="calendar_feed_id",
                        default=simpul.platform.ids.uuid7,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("user_id", models.UUIDField()),
                ("label", models.TextField()),
                ("key_digest", models.TextField(unique=True)),
                ("with_titles", models.BooleanField(db_default=False)),
                ("content_digest", models.TextField(db_default="")),
                ("changed_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField()),
                ("last_read_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "calendar_feeds",
            },
        ),
        migrations.AddField(
            model_name="task",
            name="origin",
            field=models.TextField(db_default=""),
        ),
        migrations.AddField(
            model_name="task",
            name="origin_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="remind_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="subject_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="subject_type",
            field=models.TextField(db_default=""),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("subject_id__isnull", False)),
                fields=["subject_id", "due_on"],
                name="tasks_subject_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("origin", ""), _negated=True),
                fields=["origin", "created_at"],
                name="tasks_origin_idx",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("subject_id__isnull", True), ("subject_type", "")),
                    models.Q(models.Q(("subject_type", ""), _negated=True), ("subject_id__isnull", False)),
                    _connector="OR",
                ),
                name="tasks_subject_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["-happened_at", "-id"], name="rm_activities_latest_idx"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["customer_id", "-happened_at", "-id"], name="rm_activities_customer_idx"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["author_id", "-happened_at", "-id"], name="rm_activities_author_idx"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["branch_code", "-happened_at", "-id"], name="rm_activities_branch_idx"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("subject_id__isnull", False)),
                fields=["subject_id", "-happened_at"],
                name="rm_activities_subject_idx",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(("activity_type__in", ["CALL", "MEETING", "NOTE", "VISIT", "EMAIL", "WHATSAPP"])),
                name="rm_activities_type_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        [
                            "",
                            "REACHED",
                            "NO_ANSWER",
                            "CALL_BACK",
                            "INTERESTED",
                            "NOT_INTERESTED",
                            "DONE",
                        ],
                    )
                ),
                name="rm_activities_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_on__isnull", True), ("next_step", ""), ("next_task_id__isnull", True)),
                    models.Q(
                        models.Q(("next_step", ""), _negated=True),
                        ("next_on__isnull", False),
                        ("next_task_id__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="rm_activities_next_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("subject_id__isnull", True), ("subject_type", "")),
                    models.Q(models.Q(("subject_type", ""), _negated=True), ("subject_id__isnull", False)),
                    _connector="OR",
                ),
                name="rm_activities_subject_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="rm_activities_version_counts"),
        ),
        migrations.AddIndex(
            model_name="calendarfeed",
            index=models.Index(fields=["user_id", "-created_at"], name="calendar_feeds_user_idx"),
        ),
    ]
