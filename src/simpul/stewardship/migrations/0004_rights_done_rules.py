from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.legal_holds", "crm.processing_limits", "crm.rights_packs")


class Migration(migrations.Migration):
    dependencies = [
        ("stewardship", "0003_rights_done"),
        ("customers", "0018_listing"),
        ("cases", "0027_alerts_of_cases"),
        ("messaging", "0021_customer_app_rules"),
        ("documents", "0006_own_branches"),
        ("tasks", "0003_open_tasks"),
        ("timeline", "0002_scope"),
        ("value", "0002_scope"),
        ("workflow", "0008_cancelled_migrations"),
    ]
    operations = [migrations.RunSQL(sql_file(__file__, "0004_rights_done.sql"), unprotected(*_TABLES) + sql_file(__file__, "0004_rights_done_down.sql"))]
