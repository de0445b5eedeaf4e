from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_number_last"), ("documents", "0005_subject_index")]
    operations = [migrations.RunSQL(sql_file(__file__, "0016_papers_of_units.sql"), sql_file(__file__, "0016_papers_of_units_down.sql"))]
