from django.db import migrations, models

from simpul.platform.db.sqlfiles import sql_file


class Migration(migrations.Migration):
    dependencies = [("iam", "0014_administrator_home")]
    operations = [
        migrations.AddField("signinfailure", "judging", models.IntegerField(db_default=0)),
        migrations.AddField("signinfailure", "judging_since", models.DateTimeField(null=True)),
        migrations.RemoveConstraint("signinfailure", "sign_in_failures_counted"),
        migrations.AddConstraint("signinfailure", models.CheckConstraint(condition=models.Q(failures__gte=0, judging__gte=0), name="sign_in_failures_counted")),
        migrations.RunSQL(sql_file(__file__, "sign_in_attempts.sql"), sql_file(__file__, "sign_in_attempts_down.sql")),
    ]
