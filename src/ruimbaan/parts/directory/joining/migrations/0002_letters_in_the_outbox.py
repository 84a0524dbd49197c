# SPDX-License-Identifier: EUPL-1.2
"""Letters go through the outbox of the site. One that waited still leaves, in plainer words."""

from typing import Any

from django.conf import settings
from django.core.signing import Signer
from django.db import migrations

SALT = "ruimbaan.directory.joining.link"
WORDS = {
    "nl": ("Jullie link voor de Kaart", "Hallo,\n\nDit is jullie link voor de Kaart:"),
    "en": ("Your link for the map", "Hello,\n\nThis is your link for the map:"),
}


def post_what_waits(apps: Any, schema_editor: Any) -> None:
    from ruimbaan.parts.outbox.services import Content, seal

    here = schema_editor.connection.alias  # the role that owns the tables, not that of the site
    letters = apps.get_model("directory_joining", "Letter").objects.using(here)
    waiting = letters.exclude(state="sent")
    outbox = apps.get_model("outbox", "Letter").objects.using(here)
    for letter in waiting.select_related("link__keeper").order_by("pk"):
        link, keeper = letter.link, letter.link.keeper
        key = f"directory.{keeper.region}.link:{link.pk}"
        token = Signer(salt=SALT).sign(f"{link.purpose}-{link.pk}")
        subject, words = WORDS["en" if keeper.language == "en" else "nl"]
        path = "/en/steun/link" if keeper.language == "en" else "/steun/link"
        text = f"{words}\n\n{settings.SITE}{path}?sleutel={token}\n\nRuimbaan\n"
        outbox.create(
            kind=f"directory.{link.purpose}",
            key=key,
            sealed=seal(Content(keeper.address, subject, text), key),
            state=letter.state,
            tries=letter.tries,
            posted_at=link.made_at,
            next_try_at=letter.next_try_at,
            fault=letter.fault,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("directory_joining", "0001_initial"),
        ("outbox", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(post_what_waits, migrations.RunPython.noop),
        migrations.DeleteModel(name="Letter"),
    ]
