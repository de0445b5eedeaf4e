from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("customers", "0019_segment_views")]
    operations = [migrations.AddField("customerfacts", "lifecycle_stage", models.TextField(null=True))]
