# SPDX-License-Identifier: EUPL-1.2
"""By when a rule wants an answer: which rule, which article, and whether somebody read its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.states import WAITING_FOR_ANSWER, State
from ruimbaan.core.handoff.terms import TERMS, Ask, law_day
from ruimbaan.core.rules.rulebook import Status
from ruimbaan.parts.handoff.stopping import Sharing
from ruimbaan.parts.journey.services import day
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url

OF_MUNICIPALITY = frozenset({Ask.WMO_ENQUIRY, Ask.WMO_DECISION})


@dataclass(frozen=True, slots=True)
class RuleTerm:
    """`to_person` and `to_work` say until when there is time, and that being late is not the person's;
    `source` names the article and the rule. `unsure`: nobody read the source yet."""

    to_person: str
    to_work: str
    source: str
    unsure: bool
    url: str


def term_of(handoff: Handoff, today: date, sharing: Sharing = Sharing.SHOWN) -> RuleTerm | None:
    """None when no rule sets a term, nothing was sent yet, or no answer is waited for any more: also
    not of who sees the question no more."""
    term = TERMS[handoff.ask]
    if term is None or handoff.asked is None or not _waits_for_answer(handoff):
        return None
    if sharing is Sharing.STOPPED:
        return None
    last = law_day(handoff.ask, timezone.localdate(handoff.asked))
    if last is None:
        return None
    late, until = today > last, {"datum": day(last, today)}
    rule, is_law = find_rule(term.rule), bool(term.article)
    if handoff.ask in OF_MUNICIPALITY:
        to_person, to_work = _of_municipality(late=late)
    else:
        to_person, to_work = _to_person(is_law=is_law, late=late), _to_work(is_law=is_law)
    return RuleTerm(
        to_person=to_person.format(**until),
        to_work=to_work.format(**until),
        source=f"{term.article} ({term.rule})" if is_law else term.rule,
        unsure=rule is None or rule.status is not Status.VERIFIED,
        url=rule_url(term.rule),
    )


def _waits_for_answer(handoff: Handoff) -> bool:
    waits = handoff.state in WAITING_FOR_ANSWER or handoff.state is State.ON_HOLD
    return waits and not handoff.was_accepted


def _of_municipality(*, late: bool) -> tuple[str, str]:
    """To the person and to who works. Whether the place that was asked is the municipality nobody
    knows here: so it is the municipality that has this time, whoever was asked."""
    to_work = _("De wet geeft de gemeente tijd tot en met {datum}.")
    if late:
        return _("De gemeente had tot en met {datum}. Dat ligt niet aan jou."), to_work
    return _("Volgens de wet heeft de gemeente tot en met {datum}."), to_work


def _to_person(*, is_law: bool, late: bool) -> str:
    if late:
        return _("Zij hadden tot en met {datum}. Zij zijn te laat, jij niet.")
    if is_law:
        return _("Volgens de wet hebben zij tot en met {datum}.")
    return _("Zij spraken af: antwoord uiterlijk {datum}.")


def _to_work(*, is_law: bool) -> str:
    if is_law:
        return _("De wet geeft tijd tot en met {datum}.")
    return _("De afspraak van de sector geeft tijd tot en met {datum}.")
