from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_leaving")]
    operations = [migrations.RunSQL(sql_file(__file__, "0015_number_last.sql"), sql_file(__file__, "0015_number_last_down.sql"))]
