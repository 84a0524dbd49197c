# SPDX-License-Identifier: EUPL-1.2
"""How often each answer to "did this help?" was given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="HelpedTally",
            fields=[
                ("card", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("shown_yes", models.PositiveIntegerField(default=0)),
                ("shown_a_bit", models.PositiveIntegerField(default=0)),
                ("shown_not_yet", models.PositiveIntegerField(default=0)),
                ("waiting_yes", models.PositiveIntegerField(default=0)),
                ("waiting_a_bit", models.PositiveIntegerField(default=0)),
                ("waiting_not_yet", models.PositiveIntegerField(default=0)),
            ],
        ),
    ]
