# SPDX-License-Identifier: EUPL-1.2
"""What people give, stories at the desk, and what is public of them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                (
                    "source",
                    models.CharField(
                        choices=[("synthetic", "synthetic"), ("given", "given")], max_length=10
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("text", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("begun", models.DateField()),
                ("changed", models.DateField()),
                ("withdrawn", models.DateField(null=True)),
            ],
            options={
                "ordering": ("-changed", "id"),
            },
        ),
        migrations.CreateModel(
            name="Gift",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("of_person", models.CharField(db_index=True, max_length=64)),
                ("sealed", models.BinaryField()),
                ("given", models.DateField()),
                ("taken_back", models.DateField(null=True)),
                (
                    "story",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gifts",
                        to="storybook.story",
                    ),
                ),
            ],
            options={
                "ordering": ("given", "id"),
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "use",
                    models.CharField(choices=[("web", "web"), ("print", "print")], max_length=10),
                ),
                ("text", models.CharField(max_length=64)),
                ("day", models.DateField()),
                (
                    "gift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="storybook.gift",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="storybook.story",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("story", "gift", "use", "text"), name="storybook_signature_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reviewer", models.UUIDField()),
                (
                    "guess",
                    models.CharField(
                        choices=[
                            ("recognised", "recognised"),
                            ("not-recognised", "not-recognised"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.CharField(max_length=64)),
                ("day", models.DateField()),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="storybook.story",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("story", "reviewer", "text", "guess"), name="storybook_review_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "use",
                    models.CharField(choices=[("web", "web"), ("print", "print")], max_length=10),
                ),
                ("text", models.CharField(max_length=64)),
                ("sealed", models.BinaryField()),
                ("since", models.DateField()),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="publications",
                        to="storybook.story",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("story", "use"), name="storybook_publication_once"
                    )
                ],
            },
        ),
    ]
