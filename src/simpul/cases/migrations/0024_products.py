import django.db.models.functions.datetime
from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_unit_cases")]
    operations = [
        migrations.CreateModel(
            name="CaseProduct",
            fields=[
                ("code", models.TextField(db_column="product_code", primary_key=True, serialize=False)),
                ("product_name", models.TextField()),
                ("name_en", models.TextField()),
                ("pack", models.TextField(db_default="")),
                ("position", models.SmallIntegerField(db_default=0)),
                ("is_active", models.BooleanField(db_default=True)),
                ("version", models.IntegerField(db_default=1)),
                ("updated_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("updated_by", models.UUIDField()),
            ],
            options={
                "db_table": "case_products",
                "constraints": [models.CheckConstraint(condition=models.Q(("version__gte", 1)), name="case_products_version_counts")],
            },
        ),
        migrations.RunSQL(sql_file(__file__, "0024_products.sql"), unprotected("crm.case_products")),
    ]
