# SPDX-License-Identifier: EUPL-1.2
"""Requests for room."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RequestRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("due", models.DateField(db_index=True, null=True)),
                ("link", models.CharField(max_length=64, unique=True)),
                ("after_link", models.CharField(max_length=64, unique=True)),
                ("of_asker", models.CharField(max_length=64, unique=True)),
                ("of_person", models.CharField(max_length=64, unique=True)),
                ("owner", models.BinaryField()),
                ("sealed", models.BinaryField()),
            ],
        ),
    ]
