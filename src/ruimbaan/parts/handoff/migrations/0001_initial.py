# SPDX-License-Identifier: EUPL-1.2
"""Handoffs."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_invitations_and_recovery"),
        ("trust_files", "0003_part_handoff"),
    ]

    operations = [
        migrations.CreateModel(
            name="HandoffWords",
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
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sender", models.UUIDField(null=True)),
                ("receiver", models.UUIDField(null=True)),
                (
                    "ask",
                    models.CharField(
                        choices=[
                            ("support", "support"),
                            ("wmo-enquiry", "wmo-enquiry"),
                            ("wmo-decision", "wmo-decision"),
                            ("debt-talk", "debt-talk"),
                            ("debt-talk-urgent", "debt-talk-urgent"),
                            ("treatment-talk", "treatment-talk"),
                        ],
                        max_length=20,
                    ),
                ),
                ("service_type", models.PositiveSmallIntegerField(null=True)),
                ("asked", models.DateField()),
                ("ended", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("met", "met"),
                            ("rejected", "rejected"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                            ("cancelled_by_person", "cancelled_by_person"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no-place", "no-place"),
                            ("rule", "rule"),
                            ("other-help-fits", "other-help-fits"),
                            ("area", "area"),
                            ("funding", "funding"),
                            ("ceiling", "ceiling"),
                            ("hours", "hours"),
                            ("paper-missing", "paper-missing"),
                            ("safety", "safety"),
                            ("person-chose", "person-chose"),
                            ("already-with-us", "already-with-us"),
                            ("no-reach", "no-reach"),
                            ("other", "other"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CapacityQuestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "ask",
                    models.CharField(
                        choices=[
                            ("support", "support"),
                            ("wmo-enquiry", "wmo-enquiry"),
                            ("wmo-decision", "wmo-decision"),
                            ("debt-talk", "debt-talk"),
                            ("debt-talk-urgent", "debt-talk-urgent"),
                            ("treatment-talk", "treatment-talk"),
                        ],
                        max_length=20,
                    ),
                ),
                ("month", models.DateField()),
                ("asked", models.DateTimeField()),
                ("answered", models.DateTimeField(null=True)),
                ("room", models.BooleanField(null=True)),
                ("since", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandoffRecord",
            fields=[
                (
                    "words",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="handoff.handoffwords",
                    ),
                ),
                (
                    "profile",
                    models.CharField(
                        choices=[
                            ("ruimbaan", "ruimbaan"),
                            ("gravity", "gravity"),
                            ("eoverdracht", "eoverdracht"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("draft", "draft"),
                            ("requested", "requested"),
                            ("received", "received"),
                            ("on_hold", "on_hold"),
                            ("accepted", "accepted"),
                            ("in_progress", "in_progress"),
                            ("met", "met"),
                            ("completed", "completed"),
                            ("rejected", "rejected"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                            ("cancelled_by_person", "cancelled_by_person"),
                            ("entered_in_error", "entered_in_error"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "ask",
                    models.CharField(
                        choices=[
                            ("support", "support"),
                            ("wmo-enquiry", "wmo-enquiry"),
                            ("wmo-decision", "wmo-decision"),
                            ("debt-talk", "debt-talk"),
                            ("debt-talk-urgent", "debt-talk-urgent"),
                            ("treatment-talk", "treatment-talk"),
                        ],
                        max_length=20,
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=40)),
                ("service_type", models.PositiveSmallIntegerField(null=True)),
                ("goal_id", models.UUIDField(null=True)),
                (
                    "sender_kind",
                    models.CharField(
                        choices=[("account", "account"), ("membership", "membership")],
                        max_length=20,
                    ),
                ),
                ("sender", models.UUIDField()),
                (
                    "named_kind",
                    models.CharField(
                        choices=[("account", "account"), ("membership", "membership")],
                        max_length=20,
                    ),
                ),
                ("named", models.UUIDField()),
                (
                    "receiver_kind",
                    models.CharField(
                        blank=True,
                        choices=[("organisation", "organisation"), ("link", "link")],
                        max_length=20,
                    ),
                ),
                ("receiver", models.UUIDField(null=True)),
                ("via", models.UUIDField(null=True)),
                ("number", models.PositiveIntegerField(default=0)),
                ("answer_by", models.DateField(null=True)),
                ("meeting", models.DateField(null=True)),
                ("met", models.DateTimeField(null=True)),
                ("made", models.DateTimeField()),
                ("sealed", models.BinaryField(null=True)),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="next",
                        to="handoff.handoffrecord",
                    ),
                ),
                (
                    "journey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trust_files.journey",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StepRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "end",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("draft", "draft"),
                            ("requested", "requested"),
                            ("received", "received"),
                            ("on_hold", "on_hold"),
                            ("accepted", "accepted"),
                            ("in_progress", "in_progress"),
                            ("met", "met"),
                            ("completed", "completed"),
                            ("rejected", "rejected"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                            ("cancelled_by_person", "cancelled_by_person"),
                            ("entered_in_error", "entered_in_error"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "by",
                    models.CharField(
                        choices=[
                            ("sender", "sender"),
                            ("receiver", "receiver"),
                            ("person", "person"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no-place", "no-place"),
                            ("rule", "rule"),
                            ("other-help-fits", "other-help-fits"),
                            ("area", "area"),
                            ("funding", "funding"),
                            ("ceiling", "ceiling"),
                            ("hours", "hours"),
                            ("paper-missing", "paper-missing"),
                            ("safety", "safety"),
                            ("person-chose", "person-chose"),
                            ("already-with-us", "already-with-us"),
                            ("no-reach", "no-reach"),
                            ("other", "other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField(null=True)),
                ("sealed", models.BinaryField(null=True)),
                (
                    "handoff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="handoff.handoffrecord",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(fields=("handoff", "number"), name="handoff_step_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NudgeRecord",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "nudge",
                    models.CharField(
                        choices=[
                            ("ask_again", "ask_again"),
                            ("silent", "silent"),
                            ("silent_named", "silent_named"),
                            ("late_by_law", "late_by_law"),
                            ("late_by_law_named", "late_by_law_named"),
                            ("day_asked", "day_asked"),
                            ("day_passed", "day_passed"),
                            ("day_passed_named", "day_passed_named"),
                            ("did_you_meet", "did_you_meet"),
                            ("not_met", "not_met"),
                            ("not_met_named", "not_met_named"),
                            ("next_way", "next_way"),
                            ("next_way_named", "next_way_named"),
                        ],
                        max_length=20,
                    ),
                ),
                ("round", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("letters", models.PositiveSmallIntegerField()),
                (
                    "handoff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nudges",
                        to="handoff.handoffrecord",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("handoff", "nudge", "round"), name="handoff_told_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="handoffrecord",
            index=models.Index(fields=["journey", "made"], name="handoff_han_journey_ce62b5_idx"),
        ),
        migrations.AddIndex(
            model_name="handoffrecord",
            index=models.Index(fields=["receiver", "state"], name="handoff_han_receive_6c8515_idx"),
        ),
        migrations.AddIndex(
            model_name="handoffrecord",
            index=models.Index(fields=["sender"], name="handoff_han_sender_1052b4_idx"),
        ),
        migrations.AddIndex(
            model_name="handoffrecord",
            index=models.Index(fields=["named"], name="handoff_han_named_ece8b8_idx"),
        ),
        migrations.AddConstraint(
            model_name="handoffrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("receiver", None), ("receiver_kind", "")),
                    models.Q(
                        ("receiver__isnull", False), models.Q(("receiver_kind", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="handoff_receiver_whole",
            ),
        ),
    ]
