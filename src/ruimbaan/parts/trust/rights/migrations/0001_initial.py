# SPDX-License-Identifier: EUPL-1.2
"""Requests to whoever keeps the site."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RightsRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("work_name", "work_name"),
                            ("log", "log"),
                            ("organisation", "organisation"),
                            ("other", "other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("asked", models.DateTimeField()),
                ("due", models.DateField()),
                ("answered", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("done", "done"), ("partly", "partly"), ("refused", "refused")],
                        max_length=10,
                    ),
                ),
                ("answer", models.BinaryField(default=b"")),
                ("withdrawn", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["answered", "due"], name="trust_right_answere_38fccf_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered", None), ("outcome", "")),
                            models.Q(
                                ("answered__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="trust_rights_answered_with_an_outcome",
                    )
                ],
            },
        ),
    ]
