from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0023_second_person")]
    operations = [migrations.RunSQL(sql_file(__file__, "former_rights.sql"), sql_file(__file__, "former_rights_down.sql"))]
