# SPDX-License-Identifier: EUPL-1.2
"""Agreements, letters of mandate and promised room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_invitations_and_recovery"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=60)),
                ("starts", models.DateField()),
                ("until", models.DateField()),
                ("withdrawn", models.DateField(null=True)),
                ("made", models.DateTimeField()),
                ("function", models.CharField(max_length=80)),
                ("up_to", models.CharField(max_length=200)),
                ("deputy", models.CharField(blank=True, max_length=80)),
                ("reach", models.CharField(max_length=200)),
                ("given_by", models.CharField(max_length=80)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("until", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("made", models.DateTimeField()),
                ("ended", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["region"], name="room_agreei_region_7c2df2_idx")],
            },
        ),
        migrations.CreateModel(
            name="PromiseRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=60)),
                ("starts", models.DateField()),
                ("until", models.DateField()),
                ("withdrawn", models.DateField(null=True)),
                ("made", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("hours", "hours"), ("budget", "budget"), ("cover", "cover")],
                        max_length=10,
                    ),
                ),
                ("team", models.CharField(max_length=80)),
                ("amount", models.PositiveIntegerField(default=0)),
                ("given_by", models.CharField(max_length=80)),
                ("in_routes", models.BooleanField(default=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("until", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VersionRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("situation", models.CharField(max_length=400)),
                ("until", models.DateField()),
                ("review", models.DateField()),
                ("reviewed", models.DateField(null=True)),
                ("letters", models.PositiveSmallIntegerField(default=0)),
                ("made", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="room_agreeing.agreement",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="TouchRecord",
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
                            ("rule", "rule"),
                            ("service", "service"),
                            ("friction", "friction"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="touches",
                        to="room_agreeing.versionrecord",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ShareRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("does", models.CharField(max_length=400)),
                ("confirmed", models.DateField(null=True)),
                ("by", models.UUIDField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="room_agreeing.versionrecord",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="HolderName",
            fields=[
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="room_agreeing.letterrecord",
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="versionrecord",
            constraint=models.UniqueConstraint(
                fields=("agreement", "number"), name="room_agreement_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="touchrecord",
            constraint=models.UniqueConstraint(
                fields=("version", "kind", "code"), name="room_agreement_touches_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharerecord",
            constraint=models.UniqueConstraint(
                fields=("version", "organisation"), name="room_agreement_share_once"
            ),
        ),
    ]
