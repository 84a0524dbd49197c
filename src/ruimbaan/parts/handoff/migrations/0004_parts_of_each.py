# SPDX-License-Identifier: EUPL-1.2
"""Which parts of the file go with which handoff."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("handoff", "0003_region_of_the_trace"),
    ]

    operations = [
        migrations.AddField(
            model_name="handoffrecord",
            name="parts",
            field=models.JSONField(null=True),
        ),
    ]
