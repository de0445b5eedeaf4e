from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0005_portfolios")]
    operations = [migrations.RunSQL(sql_file(__file__, "masked.sql"), sql_file(__file__, "masked_down.sql"))]
