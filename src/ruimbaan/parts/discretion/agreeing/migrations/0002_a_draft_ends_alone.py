# SPDX-License-Identifier: EUPL-1.2
"""A draft can end without the version that holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("room_agreeing", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="versionrecord",
            name="ended",
            field=models.DateField(null=True),
        ),
    ]
