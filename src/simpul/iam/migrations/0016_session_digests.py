from django.db import migrations

# What stood here until now is what browsers show. No session is found under it any more, so every session ends by this.
_END = "DELETE FROM iam.usersessions_usersession; DELETE FROM iam.django_session;"


class Migration(migrations.Migration):
    dependencies = [("iam", "0015_sign_in_attempts"), ("sessions", "0001_initial"), ("usersessions", "0001_initial")]
    operations = [migrations.RunSQL(_END, _END)]
