from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("messaging", "0022_waiting_order")]
    operations = [
        migrations.AddIndex(
            model_name="outboundmessage",
            index=models.Index(
                fields=["sent_at"],
                condition=models.Q(purpose="MARKETING", sent_at__isnull=False),
                include=("customer_id", "channel"),
                name="outbound_messages_offers_idx",
            ),
        ),
        migrations.RunSQL(sql_file(__file__, "segment_views.sql"), sql_file(__file__, "segment_views_down.sql")),
    ]
