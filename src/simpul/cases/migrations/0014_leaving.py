from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_report")]
    operations = [migrations.RunSQL(sql_file(__file__, "0014_leaving.sql"), sql_file(__file__, "0014_leaving_down.sql"))]
