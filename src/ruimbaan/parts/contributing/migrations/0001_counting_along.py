# SPDX-License-Identifier: EUPL-1.2
"""Who lets steps count, and the steps."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Choice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("of_person", models.CharField(max_length=64, unique=True)),
                ("region", models.CharField(max_length=40)),
                ("since", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="ContributedEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("of_person", models.CharField(db_index=True, max_length=64)),
                ("region", models.CharField(max_length=40)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("asked", "asked"),
                            ("began", "began"),
                            ("ended", "ended"),
                            ("room", "room"),
                            ("goal-earlier", "goal-earlier"),
                            ("goal-on-time", "goal-on-time"),
                            ("goal-later", "goal-later"),
                        ],
                        max_length=20,
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=40)),
                ("week", models.DateField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("of_person", "step", "about", "week"), name="contributing_step_once"
                    )
                ],
            },
        ),
    ]
