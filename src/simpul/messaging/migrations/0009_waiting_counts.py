from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("messaging", "0008_address_rules")]
    operations = [migrations.RunSQL(sql_file(__file__, "waiting_counts.sql"), sql_file(__file__, "waiting_counts_down.sql"))]
