from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_contacts"), ("workflow", "0007_timer_items")]
    operations = [
        migrations.AddField("case", "own_state", models.TextField(null=True)),
        migrations.RunSQL(sql_file(__file__, "0020_own_state.sql"), sql_file(__file__, "0020_own_state_down.sql")),
    ]
