from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messaging", "0023_segment_views"), ("messaging", "0024_message_hold_rules")]

    operations = [
        migrations.AddIndex(
            model_name="outboundmessage",
            index=models.Index(
                fields=["subject_type", "subject_id"],
                condition=models.Q(("handover__in", ["WAITING", "CLAIMED"])),
                name="outbound_messages_waits_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="outboundmessage",
            index=models.Index(
                fields=["subject_type", "subject_id"],
                condition=models.Q(("clicked_at__isnull", False), ("replied_at__isnull", False), _connector="OR"),
                name="outbound_messages_answer_idx",
            ),
        ),
    ]
