# SPDX-License-Identifier: EUPL-1.2
"""What a rule is about, in the words of somebody who looks for it: follows from its file."""

from __future__ import annotations

from pathlib import PurePath

from django.utils.translation import gettext as _

from ruimbaan.core.rules.rulebook import RuleText

FILES = {
    "place": ("wonen", "opvang"),
    "address": ("briefadres", "brp-2022-01-01", "brp-tot-2022-01-01"),
    "municipality": ("wmo", "gemeente", "awb"),
    "money": (
        "participatiewet-aanvragen",
        "participatiewet-hoogte",
        "participatiewet-plichten",
        "werk",
    ),
    "debt": ("schuldhulp",),
    "care": ("zorg", "zorgverzekeringswet", "langdurige-zorg", "forensisch", "jeugdwet"),
    "knowing": ("gegevens",),
    "people": ("initiatieven",),
}
OTHER = "other"
THEMES = (*FILES, OTHER)  # in the order of the list
THEME_OF = {file: theme for theme, files in FILES.items() for file in files}


def theme_of(rule: RuleText) -> str:
    return THEME_OF.get(PurePath(rule.file).stem, OTHER)


def theme_title(theme: str) -> str:
    return {
        "place": _("Wonen en slapen"),
        "address": _("Een adres"),
        "municipality": _("Hulp van de gemeente"),
        "money": _("Geld en werk"),
        "debt": _("Schulden"),
        "care": _("Zorg en behandeling"),
        "knowing": _("Wie mag wat over je weten?"),
        "people": _("Plekken van mensen zelf"),
        OTHER: _("Andere regels"),
    }[theme]
