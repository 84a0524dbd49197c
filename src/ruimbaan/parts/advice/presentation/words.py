# SPDX-License-Identifier: EUPL-1.2
"""What the standing of an advice and its steps are called."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.advice.course import Standing, Step
from ruimbaan.ui.components import Tag


def standing_tag(where: Standing) -> Tag:
    return {
        Standing.NONE: Tag(_("nog geen eigen tekst")),
        Standing.DRAFT: Tag(_("concept"), "wait"),
        Standing.SENT: Tag(_("ligt bij wie beslist"), "main"),
        Standing.AGREED: Tag(_("er is ja gezegd"), "ok"),
        Standing.REFUSED: Tag(_("er is nee gezegd"), "plain"),
        Standing.CHANGED: Tag(_("de regel is veranderd"), "ok"),
    }[where]


def step_name(step: Step) -> str:
    return {
        Step.WRITTEN: _("Tekst geschreven"),
        Step.SENT: _("Naar wie beslist gestuurd"),
        Step.AGREED: _("Ja gezegd"),
        Step.REFUSED: _("Nee gezegd"),
        Step.CHANGED: _("De regel verandert vanaf deze dag"),
    }[step]
