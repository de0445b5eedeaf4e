from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_partitions"), ("iam", "0006_elevations")]
    operations = [migrations.RunSQL(sql_file(__file__, "0005_server_time.sql"), sql_file(__file__, "0005_server_time_down.sql"))]
