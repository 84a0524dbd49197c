# SPDX-License-Identifier: EUPL-1.2
"""A coordinator may say which fact a connection gives."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory_joining", "0002_letters_in_the_outbox"),
    ]

    operations = [
        migrations.AddField(
            model_name="connection",
            name="gives",
            field=models.CharField(blank=True, max_length=80),
        ),
    ]
