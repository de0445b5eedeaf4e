from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("access", "0002_rules"), ("iam", "0008_administration")]
    operations = [migrations.RunSQL(sql_file(__file__, "0003_profile_export.sql"), sql_file(__file__, "0003_profile_export_down.sql"))]
