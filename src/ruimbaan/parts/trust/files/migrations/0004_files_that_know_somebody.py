# SPDX-License-Identifier: EUPL-1.2
"""Whose files know somebody is found without reading all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trust_files", "0003_part_handoff"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="acquaintance",
            index=models.Index(fields=["party", "party_kind"], name="trust_files_party_8c4fb1_idx"),
        ),
    ]
