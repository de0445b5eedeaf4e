from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("iam", "0010_absences")]

    operations = [migrations.AddField(model_name="branch", name="phone", field=models.TextField(blank=True, db_default=""))]
