from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0021_first_late")]
    operations = [
        migrations.AddField("caseclockevent", "category_code", models.TextField(null=True)),
        migrations.RunSQL(sql_file(__file__, "0022_own_issue.sql"), sql_file(__file__, "0022_own_issue_down.sql")),
    ]
