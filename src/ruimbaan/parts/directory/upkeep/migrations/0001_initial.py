# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

import ruimbaan.parts.directory.models.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Deed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("verified", "verified"),
                            ("merged", "merged"),
                            ("not-same", "not-same"),
                            ("accepted", "accepted"),
                            ("dropped", "dropped"),
                            ("settled", "settled"),
                            ("proposed", "proposed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=64)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("other", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField(null=True)),
                ("write", models.CharField(blank=True, max_length=32)),
                ("key", ruimbaan.parts.directory.models.fields.JsonField(default=dict)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_by", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["region", "at"], name="directory_u_region_a9c566_idx"),
                    models.Index(fields=["region", "write"], name="directory_u_region_98c63d_idx"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_by", None), ("undone_at__isnull", False), _connector="OR"
                        ),
                        name="directory_deed_undone_when",
                    )
                ],
            },
        ),
    ]
