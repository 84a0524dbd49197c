# SPDX-License-Identifier: EUPL-1.2
"""Reports, how many there were, and what round tables decided."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_invitations_and_recovery"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("week", models.DateField()),
                ("friction", models.CharField(blank=True, max_length=40)),
                ("words", models.BinaryField(null=True)),
                ("between", models.JSONField(default=list)),
                ("helps", models.JSONField(default=list)),
                ("to_them", models.BooleanField(default=False)),
                ("read_until", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["region", "week"], name="frictions_r_region_77cb75_idx")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("friction", models.CharField(max_length=40)),
                ("shown", models.PositiveIntegerField(default=0)),
                ("waiting", models.PositiveIntegerField(default=0)),
                ("shown_of", models.JSONField(default=dict)),
                ("waiting_of", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "friction"), name="friction_tally_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("friction", models.CharField(max_length=40)),
                ("held", models.DateField()),
                ("seats", models.JSONField()),
                ("weight", models.CharField(max_length=10)),
                ("kind", models.CharField(max_length=12)),
                ("what", models.CharField(max_length=400)),
                ("who", models.CharField(blank=True, max_length=400)),
                ("rule", models.CharField(blank=True, max_length=40)),
                ("review", models.DateField()),
                ("outcome", models.CharField(blank=True, max_length=10)),
                ("looked_back", models.DateField(null=True)),
                ("lesson", models.CharField(blank=True, max_length=400)),
                ("by", models.UUIDField()),
                (
                    "organisations",
                    models.ManyToManyField(related_name="+", to="accounts.organisation"),
                ),
            ],
            options={
                "ordering": ("-held", "id"),
                "indexes": [
                    models.Index(
                        fields=["region", "friction"], name="frictions_m_region_65e636_idx"
                    )
                ],
            },
        ),
    ]
