from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("marketing", "0004_campaign_rules"), ("sales", "0002_rules")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0005_reports_of_leads.sql"),
            sql_file(__file__, "0005_reports_of_leads_down.sql"),
        )
    ]
