from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The documents of a record are found by it whether they are in sight or not: all of them follow it."""

    dependencies = [("documents", "0004_frozen")]

    operations = [
        migrations.RemoveIndex(model_name="document", name="documents_subject_idx"),
        migrations.AddIndex(model_name="document", index=models.Index(fields=["subject_type", "subject_id", "-id"], name="documents_subject_idx")),
    ]
