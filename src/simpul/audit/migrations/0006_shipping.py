from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_server_time"), ("iam", "0006_elevations")]
    operations = [migrations.RunSQL(sql_file(__file__, "shipping.sql"), sql_file(__file__, "shipping_down.sql"))]
