# SPDX-License-Identifier: EUPL-1.2
"""Removing what is older than its rule allows, one rule after another."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ruimbaan.core.trust.retention import Rule, Term
from ruimbaan.core.trust.terms import months_after
from ruimbaan.parts.accounts.services import forget_ended, forget_sessions
from ruimbaan.parts.contributing.services import forget_old as forget_counted
from ruimbaan.parts.directory.services import forget_gaps, forget_left_out, forget_who_did
from ruimbaan.parts.discretion.services import forget_mandate_holders
from ruimbaan.parts.frictions.services import forget_reports
from ruimbaan.parts.journey.services import forget_drafts, forget_offline_devices
from ruimbaan.parts.outbox.services import forget_old
from ruimbaan.parts.storybook.services import forget_taken_back
from ruimbaan.parts.trust.files.erased_keys import destroy_again, left_over
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.keys.errors import KeyStoreDown
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.log.auditing import count_old, prune_old
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.parts.trust.rights.models import RightsRequest
from ruimbaan.parts.trust.rights.retention_rules import rules

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """`count` rows went, or would go. `failed`: it could not be done; the log of the site says
    why, and the next run tries again."""

    rule: str
    count: int
    failed: bool = False


def run(
    at: datetime, *, really: bool, stopping: Callable[[], bool] = lambda: False
) -> Iterator[Done]:
    """Each rule is a change of its own; stopped in between, the rest waits for the next time."""
    for rule in to_do():
        if stopping():
            return
        yield _apply(rule, at, really=really)


def to_do() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.done_by)


def _apply(rule: Rule, at: datetime, *, really: bool) -> Done:
    if rule.done_by in ELSEWHERE:
        try:
            count_over, remove = ELSEWHERE[rule.done_by]
            return Done(rule.id, (remove if really else count_over)(at))
        except (LogDown, KeyStoreDown) as error:
            log.error("The rule %s of keeping was not done: %s", rule.id, type(error).__name__)
            return Done(rule.id, 0, failed=True)
    with transaction.atomic():
        count = REMOVERS[rule.done_by](rule, at)
        if not really:  # counted by doing it: what is told is what would go
            transaction.set_rollback(True)
    return Done(rule.id, count)


def _before(rule: Rule, at: datetime) -> date:
    """What began on this day or earlier is over."""
    term = rule.term
    assert term is not None  # noqa: S101 -- every rule with a remover has a term; a test holds it
    return months_after(timezone.localdate(at), -(term.years * 12 + term.months))


def _grants(rule: Rule, at: datetime) -> int:
    """As long as the log, which a site may keep longer than it must."""
    before = _before_the_log(rule, at)
    over = Q(ends__date__lte=before) | Q(revoked__date__lte=before)
    return GrantRecord.objects.filter(over).delete()[0]


def _links(rule: Rule, at: datetime) -> int:
    """As long as the log, that says which of them looked."""
    before = _before_the_log(rule, at)
    over = Q(ends__date__lte=before) | Q(ended__date__lte=before)
    return LinkRecord.objects.filter(over).delete()[0]


def _before_the_log(rule: Rule, at: datetime) -> date:
    term = rule.term or Term()
    return _before(replace(rule, term=Term(years=max(term.years, settings.ACCESS_LOG_YEARS))), at)


def _requests(rule: Rule, at: datetime) -> int:
    before = _before(rule, at)
    over = Q(answered__date__lte=before) | Q(withdrawn__date__lte=before)
    return RightsRequest.objects.filter(over).delete()[0]


REMOVERS: Mapping[str, Callable[[Rule, datetime], int]] = {
    "grants": _grants,
    "links": _links,
    "requests": _requests,
    "sessions": lambda _rule, at: forget_sessions(at),
    "invitations": lambda _rule, at: forget_ended(at),
    "letters": lambda _rule, at: forget_old(at),
    "gaps": lambda _rule, at: forget_gaps(timezone.localdate(at)),
    "left_out": lambda _rule, at: forget_left_out(at),
    "drafts": lambda _rule, at: forget_drafts(at),
    "offline": lambda _rule, at: forget_offline_devices(at),
    "mandate_holders": lambda _rule, at: forget_mandate_holders(timezone.localdate(at)),
    "gifts": lambda rule, at: forget_taken_back(_before(rule, at)),
    "friction_reports": lambda _rule, at: forget_reports(at),
    "counted": lambda _rule, at: forget_counted(timezone.localdate(at)),
    "upkeep": lambda _rule, at: forget_who_did(at),
}
ELSEWHERE: Mapping[str, tuple[Callable[[datetime], int], Callable[[datetime], int]]] = {
    "access_log": (count_old, prune_old),
    "keys": (lambda _at: len(left_over()), lambda _at: destroy_again()),
}
"""In a store of their own, where a trial cannot be taken back: how it is counted, and removed."""
