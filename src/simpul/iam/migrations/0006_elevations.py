from django.db import migrations, models

import simpul.platform.ids
from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0005_settings"), ("audit", "0002_seals")]
    operations = [
        migrations.CreateModel(
            name="ElevationCustomer",
            fields=[
                ("id", models.UUIDField(db_column="elevation_customer_id", default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ("customer_id", models.UUIDField()),
                ("elevation", models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="customers", to="iam.elevation", db_index=False)),
            ],
            options={
                "db_table": "elevation_customers",
                "constraints": [models.UniqueConstraint(fields=["elevation", "customer_id"], name="elevation_customers_once")],
            },
        ),
        migrations.RunSQL(
            sql_file(__file__, "0006_elevations.sql"),
            sql_file(__file__, "0006_elevations_down.sql"),
            state_operations=[
                migrations.RemoveField("elevation", "customer_id"),
                migrations.RemoveField("elevation", "reason_id"),
                migrations.AddConstraint("elevation", models.CheckConstraint(condition=models.Q(tier__range=(1, 3)), name="elevations_tier_known")),
            ],
        ),
    ]
