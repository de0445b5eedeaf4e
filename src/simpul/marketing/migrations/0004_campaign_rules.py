from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("marketing", "0003_campaigns")]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0004_campaigns.sql"),
            unprotected("crm.campaigns", "crm.campaign_eligibility", "crm.campaign_handoffs") + sql_file(__file__, "0004_campaigns_down.sql"),
        )
    ]
