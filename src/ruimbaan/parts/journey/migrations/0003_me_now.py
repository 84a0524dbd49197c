# SPDX-License-Identifier: EUPL-1.2
"""A sketch of one moment, and looking back on a step."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journey", "0002_route"),
        ("trust_files", "0003_part_handoff"),
    ]

    operations = [
        migrations.CreateModel(
            name=name,
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("written", models.DateTimeField()),
                ("changed", models.DateTimeField()),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trust_files.journey",
                    ),
                ),
            ],
            options={
                "ordering": ("written", "id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        )
        for name in ("LookingBack", "MeNowSketch")
    ]
