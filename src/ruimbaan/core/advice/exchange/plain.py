# SPDX-License-Identifier: EUPL-1.2
"""A parcel as plain values, field by field: what is not written here cannot go out, and what a file has
more than this does not come in (its schema refuses it)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ruimbaan.core.advice.exchange.items import (
    Kind,
    Parcel,
    Points,
    RuleChange,
    SharedAgreement,
    SharedBlock,
    SharedPattern,
)
from ruimbaan.core.advice.followup import Outcome
from ruimbaan.core.kernel.texts import Text

FORMAT = "ruimbaan-exchange-1"
Plain = Mapping[str, Any]


def as_plain(parcel: Parcel) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "region": parcel.region,
        "title": parcel.title,
        "day": parcel.day.isoformat(),
        Kind.CHANGE.value: [change_plain(one) for one in parcel.changes],
        Kind.AGREEMENT.value: [agreement_plain(one) for one in parcel.agreements],
        Kind.BLOCK.value: [block_plain(one) for one in parcel.blocks],
        Kind.PATTERN.value: [pattern_plain(one) for one in parcel.patterns],
    }


def from_plain(told: Plain) -> Parcel:
    """Of what the schema found right. Raises ValueError for a day that is none."""
    return Parcel(
        region=told["region"],
        title=told["title"],
        day=date.fromisoformat(told["day"]),
        changes=tuple(change_from(one) for one in told[Kind.CHANGE]),
        agreements=tuple(agreement_from(one) for one in told[Kind.AGREEMENT]),
        blocks=tuple(block_from(one) for one in told[Kind.BLOCK]),
        patterns=tuple(pattern_from(one) for one in told[Kind.PATTERN]),
    )


def change_plain(one: RuleChange) -> dict[str, Any]:
    points = one.points
    return {
        "number": one.number,
        "title": _text(one.title),
        "before": _text(one.before),
        "after": _text(one.after),
        "layer": one.layer,
        "day": one.day.isoformat(),
        "outcome": one.outcome.value,
        "points": points and {"value": points.value, "low": points.low, "high": points.high},
    }


def change_from(told: Plain) -> RuleChange:
    return RuleChange(
        number=told["number"],
        title=_said(told["title"]),
        before=_said(told["before"]),
        after=_said(told["after"]),
        layer=told["layer"],
        day=date.fromisoformat(told["day"]),
        outcome=Outcome(told["outcome"]),
        points=Points(**told["points"]) if told["points"] else None,
    )


def agreement_plain(one: SharedAgreement) -> dict[str, Any]:
    return {
        "title": one.title,
        "situation": one.situation,
        "does": list(one.does),
        "rules": list(one.rules),
        "frictions": list(one.frictions),
    }


def agreement_from(told: Plain) -> SharedAgreement:
    return SharedAgreement(
        told["title"],
        told["situation"],
        tuple(told["does"]),
        tuple(told["rules"]),
        tuple(told["frictions"]),
    )


def block_plain(one: SharedBlock) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": _text(one.title),
        "summary": _text(one.summary),
        "rules": list(one.rules),
        "frictions": list(one.frictions),
    }


def block_from(told: Plain) -> SharedBlock:
    return SharedBlock(
        told["id"],
        _said(told["title"]),
        _said(told["summary"]),
        tuple(told["rules"]),
        tuple(told["frictions"]),
    )


def pattern_plain(one: SharedPattern) -> dict[str, Any]:
    return {"number": one.number, "times": one.times, "helped": one.helped}


def pattern_from(told: Plain) -> SharedPattern:
    return SharedPattern(told["number"], told["times"], told["helped"])


def _text(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.in_language("en")}


def _said(told: Plain) -> Text:
    return Text(told["nl"], told["en"])
