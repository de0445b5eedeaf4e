from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected

_TABLES = ("crm.nba_rules", "crm.nba_recommendations", "crm.nba_standing")


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0003_advice"),
        ("cases", "0001_initial"),
        ("customers", "0019_segment_views"),
        ("sales", "0002_rules"),
        ("tasks", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0004_rules.sql"),
            unprotected(*_TABLES) + sql_file(__file__, "0004_rules_down.sql"),
        )
    ]
