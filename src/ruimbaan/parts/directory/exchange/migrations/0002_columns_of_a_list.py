# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

import ruimbaan.parts.directory.models.fields


class Migration(migrations.Migration):
    dependencies = [("directory_exchange", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="columns",
            field=ruimbaan.parts.directory.models.fields.JsonField(default=dict),
        ),
    ]
