from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0026_former_rights")]
    operations = [migrations.RunSQL(sql_file(__file__, "system_proof.sql"), sql_file(__file__, "system_proof_down.sql"))]
