# SPDX-License-Identifier: EUPL-1.2
"""The form of a round table's decision, and of looking back on one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.frictions.friction import Friction
from ruimbaan.core.frictions.round_table import MOST_LINE
from ruimbaan.parts.frictions.meetings import Kept
from ruimbaan.parts.frictions.presentation.decided import decided_row
from ruimbaan.parts.frictions.words import (
    KIND_HELP,
    KINDS,
    OUTCOMES,
    SEATS,
    WEIGHT_HELP,
    WEIGHTS,
)
from ruimbaan.parts.surroundings.queries import rule_here
from ruimbaan.ui.components import Alert, Choices, Link, Option
from ruimbaan.ui.reader import in_words


def table_form(
    friction: Friction,
    region: str,
    organisations: Mapping[UUID, str],
    sent: QueryDict,
    error: str,
) -> dict[str, object]:
    """`sent` may be anything; what is in it is shown again."""
    at_table = set(sent.getlist("organisatie"))
    seats = set(sent.getlist("plaats"))
    rules = (rule_here(region, number) for number in friction.rules)
    return {
        "title": in_words(friction.title),
        "questions": tuple(map(in_words, friction.questions)),
        "sent": sent,
        "seats": Choices(
            "plaats",
            _("Wie zaten er aan tafel?"),
            tuple(
                Option(one.value, str(said), checked=one.value in seats)
                for one, said in SEATS.items()
            ),
            help=_(
                "Geen namen. Er hoort iemand bij die het zelf meemaakte, en iemand van de uitvoering of van een initiatief."
            ),
            many=True,
        ),
        "organisations": Choices(
            "organisatie",
            _("Van welke organisaties?"),
            tuple(
                Option(str(one), name, checked=str(one) in at_table)
                for one, name in organisations.items()
            ),
            help=_("Minstens twee."),
            many=True,
        ),
        "weights": Choices(
            "gewicht",
            _("Hoe zwaar vindt de tafel het?"),
            tuple(
                Option(
                    one.value,
                    str(said).capitalize(),
                    str(WEIGHT_HELP[one]),
                    checked=sent.get("gewicht") == one.value,
                )
                for one, said in WEIGHTS.items()
            ),
        ),
        "kinds": Choices(
            "besluit",
            _("Wat besloot de tafel?"),
            tuple(
                Option(
                    one.value,
                    str(said),
                    str(KIND_HELP[one]),
                    checked=sent.get("besluit") == one.value,
                )
                for one, said in KINDS.items()
            ),
        ),
        "rules": tuple(
            Option(
                rule.id,
                f"{rule.number} · {in_words(rule.plain.title)}",
                checked=sent.get("regel") == rule.id,
            )
            for rule in rules
            if rule
        ),
        "most": MOST_LINE,
        "crumbs": (
            Link(in_words(friction.title), reverse("frictions:one", args=[region, friction.id])),
            Link(_("Ronde tafel")),
        ),
        "error": Alert(error, "error") if error else None,
    }


def look_back_form(kept: Kept, today: date, sent: QueryDict, error: str) -> dict[str, object]:
    return {
        "row": decided_row(kept, today),
        "lesson": sent.get("les", ""),
        "most": MOST_LINE,
        "outcomes": Choices(
            "uitkomst",
            _("Wat werd ervan?"),
            tuple(
                Option(one.value, str(said), checked=sent.get("uitkomst") == one.value)
                for one, said in OUTCOMES.items()
            ),
        ),
        "done": kept.meeting.outcome is not None,
        "crumbs": (
            Link(_("Waar het wringt"), reverse("frictions:keep", args=[kept.region])),
            Link(_("Terugkijken")),
        ),
        "error": Alert(error, "error") if error else None,
    }
