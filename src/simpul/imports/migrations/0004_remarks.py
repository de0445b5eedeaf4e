from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0003_import_changes"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="remarks",
            field=models.JSONField(db_default=[], default=list),
        ),
    ]
