# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="recordchange",
            name="write",
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AlterField(
            model_name="recordchange",
            name="source",
            field=models.CharField(
                choices=[
                    ("demo", "demo"),
                    ("import", "import"),
                    ("initiative", "initiative"),
                    ("link", "link"),
                    ("coordinator", "coordinator"),
                    ("claim", "claim"),
                    ("undone", "undone"),
                ],
                max_length=20,
            ),
        ),
    ]
