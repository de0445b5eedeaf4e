from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.consents", "crm.consent_requests", "crm.consent_verifications", "crm.consent_purposes", "crm.consent_wordings")


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("iam", "0018_brought_resources"),
        ("customers", "0017_wider_search"),
        ("documents", "0005_subject_index"),
        ("messaging", "0004_outbox_rules"),
    ]
    operations = [migrations.RunSQL(sql_file(__file__, "0002_rules.sql"), unprotected(*_TABLES) + sql_file(__file__, "0002_rules_down.sql"))]
