# SPDX-License-Identifier: EUPL-1.2
"""How sure a rule is and where it holds: in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.rules.rulebook import RuleText, Status
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.ui.components import Tag


def status_tag(rule: RuleText) -> Tag:
    """Never surer than we are: a rule that does not say so is still to be checked."""
    match rule.status:
        case Status.VERIFIED:
            return Tag(_("Nagelezen in de wet"), "ok")
        case Status.FICTIONAL:
            return Tag(_("Verzonnen, voor dit voorbeeld"), "plain")
        case _to_verify:
            return Tag(_("Dit kijken we nog na"), "wait")


def place(rule: RuleText) -> str:
    """As in "heel Nederland" or "Waalstad"."""
    return _("heel Nederland") if rule.owner == NATIONAL else rule.owner.capitalize()
