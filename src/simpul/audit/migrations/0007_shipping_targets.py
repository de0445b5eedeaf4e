from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_shipping")]
    operations = [migrations.RunSQL(sql_file(__file__, "shipping_targets.sql"), sql_file(__file__, "shipping_targets_down.sql"))]
