# SPDX-License-Identifier: EUPL-1.2
"""Why a wish is not reached without asking: each cause told apart, each with what one can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.sentences import finding_sentence, names_of
from ruimbaan.parts.routes.services import Shown

CAN_THINK_ALONG = (38, 40)  # kinds of service: free client support, the neighbourhood team


@dataclass(frozen=True, slots=True)
class Change:
    """A question that decides; `page` is where it is asked."""

    page: str
    question: str


@dataclass(frozen=True, slots=True)
class NotReached:
    """`wish`, why it does not come by itself (with `points` below it), and what helps: questions to
    answer, whom to call."""

    wish: str
    why: str
    advice: str = ""
    points: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def not_reached(shown: Shown, region: str, questionnaire: Questionnaire) -> tuple[NotReached, ...]:
    """Every finding but the deadlocks, which have a place of their own."""
    return tuple(
        _told(shown, region, questionnaire, finding)
        for finding in shown.answer.findings
        if finding.kind is not FindingKind.DEADLOCK
    )


def _told(shown: Shown, region: str, questionnaire: Questionnaire, finding: Finding) -> NotReached:
    wish = shown.title(finding.goal)
    if finding.kind is FindingKind.DATA_MISSING:
        return _missing(shown, questionnaire, finding, wish)
    if finding.kind is FindingKind.NOBODY_OFFERS:
        missing = names_of(shown.world, finding.missing or (finding.goal,), shown.language)
        words = _("In %(region)s biedt niemand dit: %(missing)s. Dat is een gat in de hulp.")
        why = words % {"region": region, "missing": missing}
        return NotReached(wish, why, _who_thinks_along(shown))
    rules = finding.cut or finding.rules
    if finding.kind is FindingKind.REFUSED and rules:
        titles = (shown.world.rules[rule].title for rule in rules)
        points = tuple(dict.fromkeys(title.in_language(shown.language) for title in titles))
        advice = "" if finding.cut else _who_thinks_along(shown)
        why = _("Dit is er wel. Dit houdt het tegen:")
        return NotReached(wish, why, advice, points)
    why = finding_sentence(shown.world, finding, shown.language)
    if finding.kind is FindingKind.BEYOND_HORIZON:
        return NotReached(wish, why, _("Vraag of het sneller kan. Kijk hieronder wat helpt."))
    if finding.kind is FindingKind.REFUSED:
        return NotReached(wish, why, _who_thinks_along(shown))
    return NotReached(wish, why)


def _missing(shown: Shown, questionnaire: Questionnaire, finding: Finding, wish: str) -> NotReached:
    services = [name for name in finding.missing if name in shown.world.services]
    if services:
        names = names_of(shown.world, services, shown.language)
        why = _("We weten niet hoe lang dit duurt: %(what)s.") % {"what": names}
        return NotReached(wish, why, _("Bel en vraag naar de wachttijd."))
    changes = tuple(dict.fromkeys(_questions_about(questionnaire, finding.missing, shown)))
    why = _("Dit hangt af van een antwoord dat we nog niet weten.")
    return NotReached(wish, why, changes=changes)


def _questions_about(
    questionnaire: Questionnaire, facts: tuple[str, ...], shown: Shown
) -> Iterator[Change]:
    for page in questionnaire.pages:
        for question in page.questions:
            if question.skipped and set(question.skipped.unknown) & set(facts):
                yield Change(page.id, question.text.in_language(shown.language))


def _who_thinks_along(shown: Shown) -> str:
    for number in CAN_THINK_ALONG:
        for service in shown.world.services.values():
            if service.type == number:
                words = _("Vraag wie met je meedenkt: %(what)s, %(who)s.")
                what = service.label.in_language(shown.language)
                return words % {"what": what, "who": service.provider}
    return _("Vraag bij je gemeente wie met je meedenkt.")
