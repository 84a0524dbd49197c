# SPDX-License-Identifier: EUPL-1.2
"""Sessions, codes on paper and tries."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperCode",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("hashed", models.CharField(max_length=128)),
                ("made", models.DateTimeField()),
            ],
            options={
                "db_table": "signing_in_paper_code",
            },
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("what", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("moments", models.JSONField(default=list)),
                ("latest", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "signing_in_tries",
            },
        ),
        migrations.CreateModel(
            name="SessionRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=40, unique=True)),
                ("device", models.CharField(blank=True, max_length=60)),
                ("how", models.CharField(blank=True, max_length=20)),
                ("strong", models.BooleanField(default=False)),
                ("stays", models.BooleanField(default=False)),
                ("started", models.DateTimeField()),
                ("proved", models.DateTimeField()),
                ("seen", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "signing_in_session",
            },
        ),
    ]
