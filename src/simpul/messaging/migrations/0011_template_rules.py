from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.message_templates", "crm.message_template_versions")


class Migration(migrations.Migration):
    dependencies = [("messaging", "0010_templates"), ("iam", "0018_brought_resources")]
    operations = [migrations.RunSQL(sql_file(__file__, "template_rules.sql"), unprotected(*_TABLES) + sql_file(__file__, "template_rules_down.sql"))]
