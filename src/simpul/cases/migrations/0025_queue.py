from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_products")]
    operations = [migrations.RunSQL(sql_file(__file__, "0025_queue.sql"), sql_file(__file__, "0021_first_late.sql"))]
