from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_seals")]
    operations = [migrations.RunSQL(sql_file(__file__, "0003_sealing_lag.sql"), sql_file(__file__, "0003_sealing_lag_down.sql"))]
