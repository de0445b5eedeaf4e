
import django.db.models.deletion
import django.db.models.functions.datetime
import simpul.platform.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='LegalRules',
            fields=[
                ('id', models.UUIDField(db_column='legal_rules_id', default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ('key', models.TextField()),
                ('number', models.IntegerField()),
                ('title', models.JSONField()),
                ('source', models.TextField()),
                ('calendar', models.TextField()),
                ('verbal_days', models.SmallIntegerField()),
                ('written_days', models.SmallIntegerField()),
                ('extension_days', models.SmallIntegerField()),
                ('pause_cap_days', models.SmallIntegerField(db_default=0)),
                ('effective_from', models.DateField()),
                ('note', models.TextField(db_default='')),
                ('published_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('published_by', models.UUIDField()),
            ],
            options={
                'db_table': 'case_legal_rules',
                'constraints': [models.UniqueConstraint(fields=('key', 'number'), name='case_legal_rules_once'), models.CheckConstraint(condition=models.Q(('extension_days__range', (0, 250)), ('pause_cap_days__range', (0, 250)), ('verbal_days__range', (1, 250)), ('written_days__range', (1, 250))), name='case_legal_rules_days'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='case_legal_rules_number_counts')],
            },
        ),
        migrations.CreateModel(
            name='ResolutionCode',
            fields=[
                ('code', models.TextField(db_column='resolution_code', primary_key=True, serialize=False)),
                ('resolution_name', models.TextField()),
                ('name_en', models.TextField()),
                ('position', models.SmallIntegerField(db_default=0)),
                ('is_active', models.BooleanField(db_default=True)),
                ('version', models.IntegerField(db_default=1)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('updated_by', models.UUIDField()),
            ],
            options={
                'db_table': 'case_resolutions',
                'constraints': [models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='case_resolutions_version_counts')],
            },
        ),
        migrations.CreateModel(
            name='ServiceLevel',
            fields=[
                ('id', models.UUIDField(db_column='policy_id', default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ('key', models.TextField()),
                ('title', models.JSONField()),
                ('draft', models.JSONField(null=True)),
                ('revision', models.IntegerField(db_default=1)),
                ('is_shipped', models.BooleanField(db_default=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('created_by', models.UUIDField()),
            ],
            options={
                'db_table': 'sla_policies',
                'constraints': [models.UniqueConstraint(fields=('key',), name='sla_policies_key_once'), models.CheckConstraint(condition=models.Q(('revision__gte', 1)), name='sla_policies_revision_counts')],
            },
        ),
        migrations.CreateModel(
            name='CaseCategory',
            fields=[
                ('code', models.TextField(db_column='category_code', primary_key=True, serialize=False)),
                ('category_name', models.TextField()),
                ('name_en', models.TextField()),
                ('default_sla_hours', models.IntegerField(db_default=72)),
                ('is_sensitive', models.BooleanField(db_default=False)),
                ('needs_review', models.BooleanField(db_default=False)),
                ('unit_code', models.TextField(null=True)),
                ('pack', models.TextField(db_default='')),
                ('position', models.SmallIntegerField(db_default=0)),
                ('is_active', models.BooleanField(db_default=True)),
                ('version', models.IntegerField(db_default=1)),
                ('updated_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('updated_by', models.UUIDField()),
                ('parent', models.ForeignKey(db_column='parent_code', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='cases.casecategory')),
            ],
            options={
                'db_table': 'case_categories',
                'constraints': [models.CheckConstraint(condition=models.Q(('default_sla_hours__range', (1, 8760))), name='case_categories_hours'), models.CheckConstraint(condition=models.Q(('parent', models.F('code')), _negated=True), name='case_categories_no_own_parent'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='case_categories_version_counts')],
            },
        ),
        migrations.CreateModel(
            name='ServiceLevelVersion',
            fields=[
                ('id', models.UUIDField(db_column='version_id', default=simpul.platform.ids.uuid7, primary_key=True, serialize=False)),
                ('number', models.IntegerField()),
                ('content', models.JSONField()),
                ('effective_from', models.DateField()),
                ('note', models.TextField(db_default='')),
                ('published_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('published_by', models.UUIDField()),
                ('policy', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='cases.servicelevel')),
            ],
            options={
                'db_table': 'sla_policy_versions',
                'constraints': [models.UniqueConstraint(fields=('policy', 'number'), name='sla_policy_versions_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='sla_policy_versions_number_counts')],
            },
        ),
    ]
