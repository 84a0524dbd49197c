# SPDX-License-Identifier: EUPL-1.2
"""The course of one made-up advice, and what a made-up region nearby told: through the services that the
pages use. What that region measured comes from a lived year in which the rule was changed."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from ruimbaan.core.advice.course import Step, Taken
from ruimbaan.core.advice.exchange.items import (
    Parcel,
    Points,
    RuleChange,
    SharedAgreement,
    SharedBlock,
)
from ruimbaan.core.advice.followup import Difference, follow_up
from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.insight.changed import table_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.advice import RELEASES, YEAR, read_releases
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.rule_exchange import Signer, write_file, written_key
from ruimbaan.parts.advice.course import take
from ruimbaan.parts.advice.models import AdviceStep, ToldRecord
from ruimbaan.parts.advice.taking_in import take_in
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.discretion.services import give_patterns

REGION, RULE, NUMBER = "waalstad", "R28-W", "R28"
OTHER_YEAR = "veranderd"  # a year that was lived with the rule changed
CHANGED_THERE, TOLD = date(2026, 1, 5), date(2026, 11, 16)
EXECUTIVE = "Burgemeester en wethouders"
COURSE = (
    Taken(
        Step.WRITTEN,
        date(2026, 9, 14),
        "Waalstad vraagt geen extra bewijs; een gesprek is genoeg. Wie iemand is, moet vaststaan.",
    ),
    Taken(Step.SENT, date(2026, 9, 21), who=EXECUTIVE),
    Taken(Step.AGREED, date(2026, 10, 19), "Met ingang van november.", EXECUTIVE),
    Taken(Step.CHANGED, date(2026, 11, 2)),
)
AGREEMENT = SharedAgreement(
    "Eén keer vertellen aan de balie",
    "Iemand vraagt een briefadres en vertelde het verhaal al bij de opvang.",
    (
        "De opvang vraagt of ze mag bellen en vertelt wat nodig is.",
        "Burgerzaken vraagt daarna alleen wie iemand is.",
    ),
    (NUMBER,),
    ("F04",),
)
BLOCK = SharedBlock(
    "B31",
    Text("Een vaste beller bij burgerzaken", "One caller at the civil registry"),
    Text(
        "Eén medewerker van burgerzaken belt elke week met de opvang. Wat vastloopt, lost zij dan op.",
        "One worker of the registry calls the shelter each week. What is stuck, she solves then.",
    ),
    (NUMBER, "R27"),
    ("F04",),
)


def prepare(now: datetime, data: Path = REPOSITORY) -> None:
    """Can be repeated: what somebody changed in a demo stays."""
    if REGION not in list_names() or AdviceStep.objects.exists() or ToldRecord.objects.exists():
        return
    for seen, step in enumerate(COURSE):
        take(REGION, RULE, step, seen, by=uuid4(), today=COURSE[-1].day)
    folder = data / "demo" / REGION
    _tell(folder / OTHER_YEAR / RELEASES)
    _patterns(folder / YEAR, timezone.localdate(now))


def _tell(releases: Path) -> None:
    """As a file of another region, with a key that is thrown away after it."""
    key = Ed25519PrivateKey.generate()
    parcel = Parcel("vlietstad", "Vlietstad", TOLD, (_change(releases),), (AGREEMENT,), (BLOCK,))
    take_in(write_file(parcel, key), [Signer("Vlietstad", written_key(key))], TOLD)


def _change(releases: Path) -> RuleChange:
    found = follow_up(CHANGED_THERE, read_releases(releases).get(table_of(NUMBER)))
    return RuleChange(
        number=NUMBER,
        title=Text("Een gesprek is genoeg voor een briefadres", "A talk is enough for an address"),
        before=Text("Drie papieren, vooraf.", "Three papers, first."),
        after=Text(
            "Een gesprek is genoeg. Papieren mogen later komen.",
            "A talk is enough. Papers may come later.",
        ),
        layer="policy",
        day=CHANGED_THERE,
        outcome=found.outcome,
        points=_points(found.difference) if found.difference else None,
    )


def _points(one: Difference) -> Points:
    return Points(*(round(100 * part) for part in (one.value, one.low, one.high)))


def _patterns(year: Path, today: date) -> None:
    """What people of the lived year told of room, as often as they told it."""
    told = json.loads(year.read_text(encoding="utf-8")) if year.is_file() else {}
    for rule, did in told.get("patterns", {}).items():
        for effect, times in did.items():
            give_patterns(rule, Effect(effect), times, today)
