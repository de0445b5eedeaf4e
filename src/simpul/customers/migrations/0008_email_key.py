from __future__ import annotations

from django.db import migrations, models

from simpul.customers.models import EmailKey


class Migration(migrations.Migration):
    dependencies = [("customers", "0007_checks_by_set")]
    operations = [
        migrations.AddField(
            "customer", "email_key", models.GeneratedField(db_persist=True, expression=EmailKey("email"), null=True, output_field=models.BigIntegerField())
        ),
        migrations.AddIndex("customer", models.Index(condition=models.Q(email_key__isnull=False), fields=["email_key"], name="customers_email_idx")),
    ]
