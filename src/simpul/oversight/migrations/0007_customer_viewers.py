from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("oversight", "0006_second_person"), ("iam", "0026_former_rights"), ("customers", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "customer_viewers.sql"), sql_file(__file__, "customer_viewers_down.sql"))]
