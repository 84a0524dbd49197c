# SPDX-License-Identifier: EUPL-1.2
"""Steps of an advice about a rule."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AdviceStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("rule", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("written", "written"),
                            ("sent", "sent"),
                            ("agreed", "agreed"),
                            ("refused", "refused"),
                            ("changed", "changed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("text", models.CharField(blank=True, max_length=1500)),
                ("who", models.CharField(blank=True, max_length=120)),
                ("by", models.UUIDField()),
            ],
            options={
                "ordering": ("region", "rule", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "rule", "number"), name="advice_step_once"
                    )
                ],
            },
        ),
    ]
