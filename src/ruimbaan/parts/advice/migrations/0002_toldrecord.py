# SPDX-License-Identifier: EUPL-1.2
"""What other regions told."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ToldRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("region", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=60)),
                ("day", models.DateField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rule_changes", "rule_changes"),
                            ("agreements", "agreements"),
                            ("blocks", "blocks"),
                            ("patterns", "patterns"),
                        ],
                        max_length=15,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=40)),
                ("plain", models.JSONField()),
            ],
            options={
                "ordering": ("title", "kind", "code", "id"),
                "indexes": [
                    models.Index(fields=["kind", "code"], name="advice_told_kind_3e9488_idx")
                ],
            },
        ),
    ]
