# SPDX-License-Identifier: EUPL-1.2
"""Whom a person knows."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trust_files", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Acquaintance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "party_kind",
                    models.CharField(
                        choices=[("account", "account"), ("membership", "membership")],
                        max_length=20,
                    ),
                ),
                ("party", models.UUIDField()),
                ("since", models.DateTimeField()),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acquaintances",
                        to="trust_files.journey",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("journey", "party_kind", "party"), name="trust_known_once"
                    )
                ],
            },
        ),
    ]
