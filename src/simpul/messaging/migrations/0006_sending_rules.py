from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.message_providers", "crm.provider_receipts", "crm.suppressed_addresses", "crm.contact_preferences")


class Migration(migrations.Migration):
    dependencies = [("messaging", "0005_sending"), ("consent", "0002_rules")]
    operations = [
        migrations.RunSQL(sql_file(__file__, "sending_rules.sql"), unprotected(*_TABLES) + sql_file(__file__, "sending_rules_down.sql")),
        migrations.AddConstraint(
            model_name="outboundmessage",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "QUEUED"), ("handover", "DONE"), _connector="OR"), name="outbound_messages_sent_is_done"
            ),
        ),
    ]
