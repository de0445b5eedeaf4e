from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [
        ("stewardship", "0001_initial"),
        ("iam", "0018_brought_resources"),
        ("customers", "0017_wider_search"),
        ("consent", "0002_rules"),
        ("documents", "0005_subject_index"),
    ]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_rules.sql"), unprotected("crm.rights_requests") + sql_file(__file__, "0002_rules_down.sql"))]
