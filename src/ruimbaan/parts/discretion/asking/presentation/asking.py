# SPDX-License-Identifier: EUPL-1.2
"""The page on which one asks for room, and the page that says there is nothing to ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.core.discretion.asking import USUAL_DAYS, Fallback
from ruimbaan.core.discretion.may_i.kinds import Kind
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.working_days import after_working_days
from ruimbaan.core.rules.layers import LAYER_TEXTS
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.discretion.asking import choosing
from ruimbaan.parts.discretion.asking.presentation.rules import groups
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Choices, Link, Option
from ruimbaan.ui.reader import explained, in_words

Typed = Mapping[str, str]


def choose_page(where: str) -> dict[str, object]:
    return {"groups": groups(), "where": where}


def no_need_page(rule: RuleText, way: Kind) -> dict[str, object]:
    """Which of the three it is, what to do instead, and how one accounts for it."""
    return {
        "way": way.value,
        "rule_title": in_words(rule.plain.title),
        "room": in_words(rule.plain.room),
        "say": in_words(rule.plain.say_this),
        "account": in_words(LAYER_TEXTS[rule.layer].account) if rule.layer else "",
        "url": rule_url(rule.id),
        "rule": rule.id,
    }


def form_page(
    rule: RuleText | None,
    form: UUID,
    typed: Typed,
    errors: Mapping[str, DomainError],
    today: date,
    people: Mapping[UUID, str],
) -> dict[str, object]:
    known = choosing.holders(rule, today)
    usual = {choosing.BY: after_working_days(today, USUAL_DAYS).isoformat()}
    usual[choosing.MAIL] = choosing.beforehand(known)
    filled = {name: typed.get(name) or usual.get(name, "") for name in choosing.NAMES}
    if _looks_elsewhere(typed) and filled[choosing.MAIL] == usual[choosing.MAIL]:
        filled[choosing.MAIL] = ""
    return {
        "rule": rule.id if rule else choosing.NO_RULE,
        "rule_title": in_words(rule.plain.title) if rule else "",
        "rule_url": rule_url(rule.id) if rule else "",
        "form_id": form,
        "one": filled,
        "who": _who(known, typed, errors),
        "places": _places(rule, typed),
        "seeks": bool(typed.get(choosing.SEEK)),
        "about": _about(people, typed, errors),
        "silent": _silent(typed),
        "told": {name: explained(error) for name, error in errors.items()},
        "errors": tuple(Link(explained(error), f"#{name}") for name, error in errors.items()),
        "soonest": after_working_days(today, 1).isoformat(),
        "most": choosing.MOST,
    }


def _looks_elsewhere(typed: Typed) -> bool:
    """On the map, so it is not to be the address that stands there by itself."""
    return bool(typed.get(choosing.SEEK) or typed.get(choosing.PLACE))


def _who(
    known: tuple[choosing.Holder, ...], typed: Typed, errors: Mapping[str, DomainError]
) -> Choices | None:
    if not known:
        return None
    chosen = typed.get(choosing.WHO) or ("0" if len(known) == 1 else "")
    options = tuple(
        Option(str(number), one.who, _more(one), checked=str(number) == chosen)
        for number, one in enumerate(known)
    )
    question = _("Wie mag ja zeggen?")
    return Choices(choosing.WHO, question, options, error=_error(errors, choosing.WHO))


def _more(one: choosing.Holder) -> str:
    deputy = _("Vervanger: {wie}").format(wie=one.deputy) if one.deputy else ""
    return ". ".join(text for text in (one.about, deputy, one.reach) if text)


def _places(rule: RuleText | None, typed: Typed) -> Choices | None:
    """What was found on the map. Two may share a mail address, so each is chosen by its own page."""
    found = choosing.places(rule, typed.get(choosing.SEEK, ""))
    if not found:
        return None
    options = tuple(
        Option(
            one.url,
            one.name,
            ", ".join((one.organisation, one.mail)),
            checked=one.url == typed.get(choosing.PLACE),
        )
        for one in found
    )
    return Choices(choosing.PLACE, _("Kies een plek"), options)


def _about(
    people: Mapping[UUID, str], typed: Typed, errors: Mapping[str, DomainError]
) -> Choices | None:
    if not people:
        return None
    chosen = typed.get(choosing.ABOUT, "")
    nobody = Option("", _("Over niemand: een situatie zonder persoon"), checked=not chosen)
    known = (
        Option(str(file), name, _("Deze persoon zegt eerst zelf ja."), checked=str(file) == chosen)
        for file, name in sorted(people.items(), key=lambda one: one[1])
    )
    return Choices(
        choosing.ABOUT,
        _("Over wie gaat het?"),
        (nobody, *known),
        error=_error(errors, choosing.ABOUT),
    )


def _silent(typed: Typed) -> Choices:
    chosen = typed.get(choosing.SILENT) or Fallback.UNANSWERED.value
    options = (
        Option(
            Fallback.UNANSWERED,
            _("Dan is er geen antwoord"),
            _("Stilte is nooit een ja."),
            checked=chosen == Fallback.UNANSWERED,
        ),
        Option(
            Fallback.DEPUTY,
            _("Dan gaat de vraag naar de vervanger"),
            checked=chosen == Fallback.DEPUTY,
        ),
    )
    return Choices(choosing.SILENT, _("En als het stil blijft?"), options)


def _error(errors: Mapping[str, DomainError], name: str) -> str:
    return explained(errors[name]) if name in errors else ""
