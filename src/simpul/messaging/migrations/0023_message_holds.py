from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0023_segment_views"),
    ]

    operations = [
        migrations.CreateModel(
            name="MessageHold",
            fields=[
                ("pk", models.CompositePrimaryKey("subject_type", "subject_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("subject_type", models.TextField()),
                ("subject_id", models.TextField()),
                ("is_final", models.BooleanField(db_default=False)),
                ("held_at", models.DateTimeField()),
            ],
            options={
                "db_table": "message_holds",
            },
        ),
    ]
