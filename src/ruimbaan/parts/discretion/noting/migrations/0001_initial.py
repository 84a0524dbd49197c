# SPDX-License-Identifier: EUPL-1.2
"""Notebooks, what a person keeps of room, offers and patterns."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("trust_files", "0003_part_handoff"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notebook",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("of_person", models.CharField(max_length=64, unique=True)),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Pattern",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rule", models.CharField(max_length=40)),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("wait", "wait"),
                            ("address", "address"),
                            ("home", "home"),
                            ("money", "money"),
                            ("debt", "debt"),
                            ("treatment", "treatment"),
                            ("hard_time", "hard_time"),
                            ("aftercare", "aftercare"),
                            ("work", "work"),
                            ("papers", "papers"),
                            ("other", "other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("helped", "helped"),
                            ("partly", "partly"),
                            ("nothing", "nothing"),
                            ("worse", "worse"),
                            ("not_used", "not_used"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "by",
                    models.CharField(
                        choices=[("worker", "Worker"), ("person", "Person")], max_length=10
                    ),
                ),
                ("week", models.DateField()),
                ("began", models.DateField(null=True)),
                ("ended", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OwnRoom",
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
        ),
    ]
