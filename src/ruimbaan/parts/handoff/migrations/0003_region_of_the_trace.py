# SPDX-License-Identifier: EUPL-1.2
"""A trace of the system says in which region it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("handoff", "0002_step_of_the_route")]

    operations = [
        migrations.AddField(
            model_name="receipt",
            name="region",
            field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        )
    ]
