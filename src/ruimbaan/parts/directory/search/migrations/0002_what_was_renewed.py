# SPDX-License-Identifier: EUPL-1.2
"""What each write made anew in the index."""

from django.db import migrations, models

import ruimbaan.parts.directory.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("directory_search", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Renewal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("region", models.CharField(db_index=True, max_length=40)),
                ("before", models.CharField(blank=True, max_length=32)),
                ("after", models.CharField(max_length=32)),
                ("listings", ruimbaan.parts.directory.models.fields.JsonField()),
                ("new", ruimbaan.parts.directory.models.fields.JsonField()),
                ("gone", ruimbaan.parts.directory.models.fields.JsonField()),
            ],
        ),
    ]
