from django.db import migrations

from simpul.platform.db.sqlfiles import sql_file, unprotected


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0001_initial"),
        ("iam", "0020_homes"),
        ("audit", "0005_server_time"),
        ("workflow", "0008_cancelled_migrations"),
        ("access", "0003_profile_export"),
        ("consent", "0003_segment_view"),
        ("messaging", "0025_subject_sets"),
        ("tasks", "0005_activity_rules"),
        ("cases", "0027_alerts_of_cases"),
        ("sales", "0011_after_case_rules"),
        ("value", "0006_rfm_rules"),
        ("advice", "0004_advice_rules"),
        ("marketing", "0005_reports_of_leads"),
    ]
    operations = [
        migrations.RunSQL(
            sql_file(__file__, "0002_figures.sql"),
            unprotected("crm.dashboard_figures", "crm.dashboard_runs", "crm.dashboard_schedules") + sql_file(__file__, "0002_figures_down.sql"),
        )
    ]
