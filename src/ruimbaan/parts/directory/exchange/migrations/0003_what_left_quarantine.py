# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory_exchange", "0002_columns_of_a_list"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="version",
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddField(
            model_name="quarantined",
            name="left_at",
            field=models.DateTimeField(null=True),
        ),
    ]
