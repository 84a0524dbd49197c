# SPDX-License-Identifier: EUPL-1.2
"""The first tables."""

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
            name="Journey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("opened", models.DateTimeField()),
                ("restricted", models.DateTimeField(null=True)),
                ("erased", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journey",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GrantRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("appointments", "appointments"),
                            ("emergency_card", "emergency_card"),
                            ("me_now", "me_now"),
                            ("people", "people"),
                            ("route", "route"),
                            ("story", "story"),
                            ("wishes", "wishes"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "party_kind",
                    models.CharField(
                        choices=[
                            ("account", "account"),
                            ("membership", "membership"),
                            ("organisation", "organisation"),
                            ("link", "link"),
                        ],
                        max_length=20,
                    ),
                ),
                ("party", models.UUIDField()),
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
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("words", models.CharField(max_length=40)),
                (
                    "given",
                    models.CharField(
                        choices=[
                            ("self", "self"),
                            ("with_help", "with_help"),
                            ("spoken", "spoken"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("consent", "consent"),
                            ("legal_task", "legal_task"),
                            ("vital_interest", "vital_interest"),
                        ],
                        max_length=20,
                    ),
                ),
                ("witness", models.UUIDField(null=True)),
                ("revoked", models.DateTimeField(null=True)),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="trust_files.journey",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["party", "party_kind"], name="trust_files_party_f082a7_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="trust_grant_has_an_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "part__in",
                                [
                                    "appointments",
                                    "emergency_card",
                                    "me_now",
                                    "people",
                                    "route",
                                    "story",
                                    "wishes",
                                ],
                            )
                        ),
                        name="trust_grant_shareable",
                    ),
                ],
            },
        ),
    ]
