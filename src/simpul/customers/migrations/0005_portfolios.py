from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0004_search"), ("iam", "0008_administration")]
    operations = [migrations.RunSQL(sql_file(__file__, "portfolios.sql"), sql_file(__file__, "portfolios_down.sql"))]
