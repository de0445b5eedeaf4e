from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("customers", "0001_initial"), ("iam", "0003_scope")]
    operations = [migrations.RunSQL(sql_file(__file__, "0001_customer_labels.sql"), "DROP FUNCTION audit.customer_labels(uuid[])")]
