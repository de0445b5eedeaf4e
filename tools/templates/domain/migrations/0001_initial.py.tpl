import django.db.models.functions.datetime
import simpul.platform.ids
from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    initial = True
    dependencies = [("iam", "$iam_migration")]
    operations = [
        migrations.CreateModel(
            name="$Entity",
            fields=[
                ("id", models.UUIDField(db_column="${entity}_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("customer_id", models.UUIDField()),
                ("branch_code", models.TextField()),
                ("title", models.TextField()),
                ("version", models.IntegerField(db_default=1)),
                ("created_by", models.UUIDField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "db_table": "$table",
                "indexes": [models.Index(fields=["-created_at", "-id"], name="${table}_latest_idx")],
                "constraints": [models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="${table}_version_counts")],
            },
        ),
        migrations.RunSQL(sql_file(__file__, "0001_policies.sql"), sql_file(__file__, "0001_policies_down.sql")),
    ]
