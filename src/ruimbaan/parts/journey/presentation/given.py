# SPDX-License-Identifier: EUPL-1.2
"""The list of who sees what, one grant on its own, and why each party may or may not see each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Because, Decision
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.choosing import DAY
from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.journey.presentation.choosing import (
    USUAL,
    Typed,
    sharing_crumb,
    shown_parts,
    until_choices,
)
from ruimbaan.parts.journey.presentation.knowing import known_here
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, day, in_words, last_day, say
from ruimbaan.parts.journey.presentation.sharing import about, lines, name, sentence_of
from ruimbaan.parts.journey.wording import PURPOSES, WHY
from ruimbaan.parts.trust.queries import grants_on, is_closed, known_to
from ruimbaan.parts.trust.queries import why as why_of
from ruimbaan.ui.components import Alert, Link


@dataclass(frozen=True, slots=True)
class Answer:
    """One part and why: `yes` when it may be seen now."""

    part: str
    sentences: tuple[str, ...]
    yes: bool


@dataclass(frozen=True, slots=True)
class PartyAnswers:
    who: str
    about: str
    answers: tuple[Answer, ...]

    @property
    def sees_something(self) -> bool:
        return any(answer.yes for answer in self.answers)


def sharing_page(own: Own, notice: str) -> dict[str, object]:
    return {
        "crumbs": (home_crumb(), Link(_("Wie ziet iets?"))),
        "lines": lines(own),
        "closed": is_closed(own.journey),
        "known": known_here(own),
        "notice": _done(notice),
    }


def _done(notice: str) -> Alert | None:
    """What was done just now; in the address stands only one of these words."""
    said = {
        "gestopt": _("Het delen is gestopt. Je hoeft niet te zeggen waarom."),
        "weg": _("Gedaan. Deze persoon ziet niets meer dat jij zelf gaf."),
    }.get(notice)
    return Alert(said, "ok") if said else None


def given_page(
    own: Own,
    grant: Grant,
    *,
    form: UUID,
    notice: str = "",
    typed: Typed = USUAL,
    errors: Mapping[str, DomainError] | None = None,
) -> dict[str, object]:
    called = called_by([grant.party], own.now).get(grant.party)
    who = name(called)
    running = grant.in_force(own.now)
    return {
        "crumbs": (home_crumb(), sharing_crumb(), Link(capital(who))),
        "who": who,
        "about": about(called),
        "sentence": sentence_of(grant, called, own.today),
        "running": running,
        "closed": is_closed(own.journey),
        "shown": shown_parts(own, [grant.part]),
        "grant": grant.id,
        "form_id": form,
        "until": until_choices(typed, errors or {}),
        "day": "".join(typed.get(DAY, ())),
        "notice": _notice(who, is_new=notice == "ja" and running),
    }


def why_page(own: Own) -> dict[str, object]:
    """Everybody the person knows here or ever gave something, in that order."""
    given = [grant.party for grant in grants_on(own.journey)]
    parties = list(dict.fromkeys([*known_to(own.journey), *given]))
    called = called_by(parties, own.now)
    return {
        "crumbs": (home_crumb(), sharing_crumb(), Link(_("Waarom?"))),
        "parties": tuple(_answers(own, party, called.get(party)) for party in parties),
    }


def reason(decision: Decision, own: Own) -> str:
    if decision.because is Because.GRANT and decision.grant is not None:
        return say(
            WHY[Because.GRANT],
            datum=day(last_day(decision.grant.ends), own.today),
            doel=in_words(PURPOSES[decision.grant.purpose].inside),
        )
    return in_words(WHY[decision.because])


def _answers(own: Own, party: Party, called: Called | None) -> PartyAnswers:
    decided = why_of(own.journey, party, own.now)
    answers = tuple(
        Answer(
            in_words(kind.title),
            tuple(dict.fromkeys(reason(decision, own) for decision in decided[kind.part])),
            yes=any(decision.allowed for decision in decided[kind.part]),
        )
        for kind in KINDS
    )
    return PartyAnswers(capital(name(called)), about(called), answers)


def _notice(who: str, *, is_new: bool) -> Alert | None:
    if not is_new:
        return None
    said = _("{wie} kan het nu zien. Stoppen kan altijd, met één knop.").format(wie=capital(who))
    return Alert(said, "ok")
