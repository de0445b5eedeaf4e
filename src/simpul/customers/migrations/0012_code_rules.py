from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("customers", "0011_customer_codes")]
    operations = [migrations.RunSQL(sql_file(__file__, "0012_codes.sql"), unprotected("crm.customer_codes") + sql_file(__file__, "0012_codes_down.sql"))]
