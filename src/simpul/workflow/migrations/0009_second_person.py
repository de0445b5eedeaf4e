from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("workflow", "0008_cancelled_migrations"), ("iam", "0023_second_person")]
    operations = [migrations.RunSQL(sql_file(__file__, "second_person.sql"), sql_file(__file__, "second_person_down.sql"))]
