from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("stewardship", "0008_activities"), ("sales", "0002_rules")]
    operations = [
        migrations.RunSQL(sql_file(__file__, "0009_sales.sql"), sql_file(__file__, "0009_sales_down.sql")),
    ]
