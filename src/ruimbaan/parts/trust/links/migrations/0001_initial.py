# SPDX-License-Identifier: EUPL-1.2
"""Secret links."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("trust_files", "0002_acquaintance"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("calendar", "calendar"),
                            ("summary", "summary"),
                            ("handoff", "handoff"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("support", "support"),
                            ("handoff", "handoff"),
                            ("nearness", "nearness"),
                            ("application", "application"),
                            ("emergency", "emergency"),
                            ("funding", "funding"),
                        ],
                        max_length=20,
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("code", models.CharField(max_length=64)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("sealed", models.BinaryField()),
                ("made", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("ended", models.DateTimeField(null=True)),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="trust_files.journey",
                    ),
                ),
            ],
            options={
                "db_table": "trust_link",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("made"))),
                        name="trust_link_has_an_end",
                    )
                ],
            },
        ),
    ]
