# SPDX-License-Identifier: EUPL-1.2
"""How long what may be kept, and by whom: a pure calculation on rules that are data.

A term is never an automatic no: a justified request to erase goes before it (AVG art. 17;
ECLI:NL:RBNHO:2021:4235, about the fifteen years of the Wmo). Only what the law itself demands to
be kept without contents, the access log, outlasts such a request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.terms import months_after


class Controller(StrEnum):
    """Who decides about the data, in the sense of the AVG."""

    SITE = "site"  # whoever runs this site
    MUNICIPALITY = "municipality"
    YOUTH_CARE = "youth_care"


class Standing(StrEnum):
    """What a term rests on. That no lawyer has looked at any of it yet is another matter."""

    IN_SOURCE = "in_source"  # it stands in the source, and was read there
    OWN_CHOICE = "own_choice"  # the source asks for a term; which one, we chose
    TO_VERIFY = "to_verify"  # it is said to be so


class Verdict(StrEnum):
    KEEP = "keep"
    MUST_GO = "must_go"
    ON_REQUEST = "on_request"  # no term runs: it goes when the person says so


@dataclass(frozen=True, slots=True)
class Term:
    """As the source says it: in hours, days, months or years. All zero: it goes at once."""

    hours: int = 0
    days: int = 0
    months: int = 0
    years: int = 0

    def after(self, begin: date) -> date:
        """The first day on which nothing of it may be left."""
        days = self.days + ceil(self.hours / 24)
        return months_after(begin, self.years * 12 + self.months) + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Rule:
    """`term` None: until the person erases it, or a term that we could not verify and do not make
    up (`standing` says which). `outlasts_erasure`: kept without contents, whoever asks.
    `done_by` names what removes it here; empty when it is kept elsewhere."""

    id: str
    controller: Controller
    what: Text
    basis: Text
    term: Term | None
    counted_from: Text
    said: Text
    source: str
    standing: Standing
    outlasts_erasure: bool = False
    done_by: str = ""


def judge(rule: Rule, begin: date, today: date, *, erase_asked: bool = False) -> Verdict:
    """What must happen today with something whose term began on `begin`. `erase_asked`: there is a
    justified request to erase it."""
    if erase_asked and not rule.outlasts_erasure:
        return Verdict.MUST_GO
    if rule.term is None:
        return Verdict.ON_REQUEST
    return Verdict.MUST_GO if today >= rule.term.after(begin) else Verdict.KEEP
