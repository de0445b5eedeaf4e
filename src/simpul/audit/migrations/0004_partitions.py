from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_sealing_lag"), ("iam", "0006_elevations")]
    operations = [migrations.RunSQL(sql_file(__file__, "0004_partitions.sql"), sql_file(__file__, "partitions_ahead.sql", "0004_partitions_down.sql"))]
