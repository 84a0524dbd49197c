# SPDX-License-Identifier: EUPL-1.2
"""The tables of town plans."""

import django.db.models.deletion
from django.db import migrations, models

import ruimbaan.parts.directory.models.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredPlan",
            fields=[
                ("region", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("version", models.CharField(max_length=32)),
                ("loaded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="StoredArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("district", "district"),
                            ("water", "water"),
                            ("postcode", "postcode"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("x", models.FloatField()),
                ("y", models.FloatField()),
                ("shape", ruimbaan.parts.directory.models.fields.JsonField(default=list)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="areas",
                        to="directory_geography.storedplan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "kind", "name"), name="directory_geography_area"
                    )
                ],
            },
        ),
    ]
