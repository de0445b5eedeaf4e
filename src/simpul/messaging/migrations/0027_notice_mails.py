from __future__ import annotations

from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("messaging", "0026_staff_mails")]

    operations = [
        migrations.AddField("inboxnotice", "to_mail", models.BooleanField(db_default=False)),
        migrations.AddIndex(
            "inboxnotice",
            models.Index(fields=["created_at", "id"], name="notices_to_mail_idx", condition=models.Q(to_mail=True)),
        ),
        migrations.CreateModel(
            name="NoticeMailChoice",
            fields=[
                ("pk", models.CompositePrimaryKey("user_id", "kind", blank=True, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("kind", models.TextField()),
            ],
            options={"db_table": "notice_mail_choices"},
        ),
        migrations.RunSQL(
            sql_file(__file__, "notice_mail_rules.sql"),
            unprotected("crm.notice_mail_choices") + sql_file(__file__, "notice_mail_rules_down.sql"),
        ),
    ]
