# SPDX-License-Identifier: EUPL-1.2
"""By when a rule wants an answer: which rule, which article, and whether somebody read its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.terms import TERMS, law_day
from ruimbaan.core.rules.rulebook import Status
from ruimbaan.parts.journey.services import day
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url


@dataclass(frozen=True, slots=True)
class RuleTerm:
    """`to_person` and `to_work` say until when there is time, and that being late is not the person's;
    `source` names the article and the rule. `unsure`: nobody read the source yet."""

    to_person: str
    to_work: str
    source: str
    unsure: bool
    url: str


def term_of(handoff: Handoff, today: date) -> RuleTerm | None:
    """None when no rule sets a term, or nothing was sent yet."""
    term = TERMS[handoff.ask]
    if term is None or handoff.asked is None:
        return None
    last = law_day(handoff.ask, timezone.localdate(handoff.asked))
    if last is None:
        return None
    late = today > last and handoff.met is None and not handoff.was_accepted
    rule, is_law, until = find_rule(term.rule), bool(term.article), {"datum": day(last, today)}
    return RuleTerm(
        to_person=_to_person(is_law=is_law, late=late).format(**until),
        to_work=_to_work(is_law=is_law).format(**until),
        source=f"{term.article} ({term.rule})" if is_law else term.rule,
        unsure=rule is None or rule.status is not Status.VERIFIED,
        url=rule_url(term.rule),
    )


def _to_person(*, is_law: bool, late: bool) -> str:
    if late:
        return _("Zij hadden tot {datum}. Zij zijn te laat, jij niet.")
    if is_law:
        return _("Volgens de wet hebben zij tot {datum}.")
    return _("Zij spraken af: antwoord voor {datum}.")


def _to_work(*, is_law: bool) -> str:
    if is_law:
        return _("De wet geeft tijd tot en met {datum}.")
    return _("De afspraak van de sector geeft tijd tot en met {datum}.")
