# SPDX-License-Identifier: EUPL-1.2
"""Invitations, recovery in person, and how somebody is called at work."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="membershiprecord",
            name="name",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.CreateModel(
            name="RecoveryRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name_digest", models.CharField(max_length=64)),
                ("code_digest", models.CharField(blank=True, max_length=64)),
                ("asked", models.DateTimeField()),
                ("used", models.DateTimeField(null=True)),
                ("stopped", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recoveries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RecoveryConfirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("worker", models.UUIDField()),
                ("membership", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "recovery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="accounts.recoveryrecord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
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
                        choices=[("work", "work"), ("close_one", "close_one"), ("start", "start")],
                        max_length=10,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worker", "worker"),
                            ("experience_expert", "experience_expert"),
                            ("steward", "steward"),
                            ("editor", "editor"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80)),
                ("journey", models.UUIDField(null=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["journey"], name="accounts_in_journey_9d03b7_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("journey", None),
                                ("kind", "work"),
                                ("organisation__isnull", False),
                                models.Q(("role", ""), _negated=True),
                            ),
                            models.Q(
                                ("journey__isnull", False),
                                ("kind", "close_one"),
                                ("organisation", None),
                                ("role", ""),
                            ),
                            models.Q(
                                ("journey", None),
                                ("kind", "start"),
                                ("name", ""),
                                ("organisation__isnull", False),
                                ("role", ""),
                            ),
                            _connector="OR",
                        ),
                        name="accounts_invitation_for_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("made"))),
                        name="accounts_invitation_lives_a_while",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="recoveryrecord",
            index=models.Index(
                fields=["name_digest", "asked"], name="accounts_re_name_di_8f1f27_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="recoveryconfirmation",
            index=models.Index(fields=["worker", "at"], name="accounts_re_worker_ed575b_idx"),
        ),
        migrations.AddConstraint(
            model_name="recoveryconfirmation",
            constraint=models.UniqueConstraint(
                fields=("recovery", "worker"), name="accounts_recovery_two_workers"
            ),
        ),
    ]
