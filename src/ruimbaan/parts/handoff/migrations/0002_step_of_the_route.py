# SPDX-License-Identifier: EUPL-1.2
"""A handoff knows from which step of the kept route it comes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("handoff", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="handoffrecord", name="step_id", field=models.UUIDField(null=True)
        )
    ]
