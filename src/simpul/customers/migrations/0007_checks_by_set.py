from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


def _of_a_customer(name: str) -> models.ForeignKey:
    return models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name=name, to="customers.customer")


class Migration(migrations.Migration):
    dependencies = [("customers", "0006_masked"), ("iam", "0013_lasting_branches")]
    operations = [
        migrations.AlterField("identifier", "customer", _of_a_customer("identifiers")),
        migrations.AlterField("address", "customer", _of_a_customer("addresses")),
        migrations.RunSQL(sql_file(__file__, "set_checks.sql"), sql_file(__file__, "set_checks_down.sql")),
    ]
