from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.push_subscriptions", "crm.in_app_reports")


class Migration(migrations.Migration):
    dependencies = [("messaging", "0020_customer_app")]
    operations = [migrations.RunSQL(sql_file(__file__, "customer_app.sql"), unprotected(*_TABLES) + sql_file(__file__, "customer_app_down.sql"))]
