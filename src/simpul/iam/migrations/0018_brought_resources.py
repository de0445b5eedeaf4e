import django.db.models.functions.datetime
from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0017_own_reach")]
    operations = [
        migrations.CreateModel(
            name="BroughtResource",
            fields=[
                ("resource", models.TextField(primary_key=True, serialize=False)),
                ("brought_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"db_table": "brought_resources"},
        ),
        migrations.RunSQL(sql_file(__file__, "brought_resources.sql"), migrations.RunSQL.noop),
    ]
