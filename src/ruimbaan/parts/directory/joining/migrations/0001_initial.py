# SPDX-License-Identifier: EUPL-1.2
"""The tables of joining and upkeep."""

import django.db.models.deletion
from django.db import migrations, models

import ruimbaan.parts.directory.models.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Keeper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("service", models.CharField(max_length=64, unique=True)),
                ("address", models.EmailField(max_length=254)),
                ("language", models.CharField(max_length=2)),
                ("proved_on", models.DateField(null=True)),
                ("reminders", models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Weights",
            fields=[
                ("region", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("version", models.CharField(max_length=32)),
                ("routes", ruimbaan.parts.directory.models.fields.JsonField()),
            ],
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=20)),
                ("origin", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["form", "origin", "at"], name="directory_j_form_0edc34_idx"
                    ),
                    models.Index(fields=["at"], name="directory_j_at_86845e_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Connection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("sender", models.CharField(max_length=64)),
                ("receiver", models.CharField(max_length=64)),
                ("sends", models.CharField(max_length=200)),
                ("goes_along", models.CharField(blank=True, max_length=200)),
                ("call", models.CharField(blank=True, max_length=200)),
                ("proposed_at", models.DateTimeField()),
                ("sender_agreed_at", models.DateTimeField(null=True)),
                ("receiver_agreed_at", models.DateTimeField(null=True)),
                ("declined_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("declined_at", None)),
                        fields=("sender", "receiver"),
                        name="joining_connection_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sender", models.F("receiver")), _negated=True),
                        name="joining_two_places",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MailLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("list", "list"), ("upkeep", "upkeep"), ("connect", "connect")],
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended", models.BooleanField(default=False)),
                (
                    "connection",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="directory_joining.connection",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="directory_joining.keeper",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "waiting"), ("sent", "sent"), ("failed", "failed")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("fault", models.CharField(blank=True, max_length=80)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="directory_joining.maillink",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(max_length=40)),
                ("service", models.CharField(max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[("wrong", "wrong"), ("closed", "closed"), ("ours", "ours")],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("address", models.EmailField(blank=True, max_length=254)),
                ("at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["region", "done_at"], name="directory_j_region_a100e2_idx")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="maillink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("connection", None), ("ended", False)),
                fields=("keeper", "purpose"),
                name="joining_one_living_link",
            ),
        ),
        migrations.AddConstraint(
            model_name="maillink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended", False)),
                fields=("keeper", "connection"),
                name="joining_one_living_link_each",
            ),
        ),
        migrations.AddConstraint(
            model_name="maillink",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("made_at"))),
                name="joining_link_lives_a_while",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                fields=["state", "next_try_at"], name="directory_j_state_02a7f4_idx"
            ),
        ),
    ]
