# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory_joining", "0003_what_a_connection_gives")]

    operations = [
        migrations.AddField(
            model_name="weights",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
