# SPDX-License-Identifier: EUPL-1.2
"""A handoff is a part that can be shown."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trust_files", "0002_acquaintance"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="grantrecord",
            name="trust_grant_shareable",
        ),
        migrations.AlterField(
            model_name="grantrecord",
            name="part",
            field=models.CharField(
                choices=[
                    ("appointments", "appointments"),
                    ("emergency_card", "emergency_card"),
                    ("handoff", "handoff"),
                    ("me_now", "me_now"),
                    ("people", "people"),
                    ("route", "route"),
                    ("story", "story"),
                    ("wishes", "wishes"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="grantrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "part__in",
                        [
                            "appointments",
                            "emergency_card",
                            "handoff",
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
        ),
    ]
