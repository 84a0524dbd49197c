# SPDX-License-Identifier: EUPL-1.2
"""Reads released tables, what room did, what a year brought to light, and the ranking of rules.

A file that is not there is knowledge that is not there; one that is damaged is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruimbaan.core.advice.known import LEAST, Gain, Known, Reported
from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.frictions.reports import Help
from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.released import Release, read_release
from ruimbaan.core.insight.room import NAME, RoomEffect, read_room

YEAR, RANKING, RELEASES = "jaar.json", "rangorde.json", "regie"
VERSION = 1  # of a ranking
_TABLE, _REPORT = ".csv", ".audit.json"
_DAY = len("-2026-11-23")


def read_known(folder: Path, region: str = "") -> Known:
    """Of a folder such as `demo/waalstad`, which has the name of its region if none is given. Raises
    ReleaseDamaged."""
    region = region or folder.name
    releases = folder / RELEASES
    year = folder / YEAR
    told = json.loads(year.read_text(encoding="utf-8")) if year.is_file() else {}
    return Known(
        releases=read_releases(releases),
        room=read_rooms(releases),
        reports={name: _reported(helps) for name, helps in told.get("reports", {}).items()},
        patterns={name: _did(did) for name, did in told.get("patterns", {}).items()},
        gains=read_gains(folder / RANKING, region),
    )


def read_releases(folder: Path) -> Mapping[str, Release]:
    """The newest of each table, by its name. Raises ReleaseDamaged."""
    newest = {file.stem[:-_DAY]: file for file in sorted(folder.glob(f"*{_TABLE}"))}
    return {
        name: read_release(file.stem, file.read_bytes(), report.read_bytes())
        for name, file in newest.items()
        if (report := file.with_name(f"{file.stem}{_REPORT}")).is_file()
    }


def read_rooms(folder: Path) -> Mapping[str, RoomEffect]:
    """What room did, by kind of support; of the newest file. Raises ReleaseDamaged."""
    newest = max(folder.glob(f"{NAME}-*.json"), default=None)
    return {} if newest is None else read_room(newest.name, newest.read_text(encoding="utf-8"))


def read_gains(file: Path, region: str) -> Mapping[str, Gain]:
    """By rule, from the ranking that `ruimbaan rules rank` left. Raises ReleaseDamaged for a file that
    is not as it was written, or that is about another region: rules go by the same names there."""
    if not file.is_file():
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        digest = told.pop("digest")
        if digest != _digest(told):
            raise ReleaseDamaged(name=file.name, reason="sha256")
        ranking = told["ranking"]
        if ranking["version"] != VERSION or ranking["region"] != region:
            raise ReleaseDamaged(name=file.name, reason="version, region")
        return {one["rule"]: _gain(one, ranking) for one in ranking["rules"]}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReleaseDamaged(name=file.name, reason=type(error).__name__) from None


def _gain(one: Mapping[str, Any], ranking: Mapping[str, Any]) -> Gain:
    other = one["more_with"]
    return Gain(
        people=int(ranking["people"]),
        reached=int(one["people"]),
        days=int(one["days"]),
        digest=str(ranking["world"]),
        as_of=date.fromisoformat(ranking["as_of"]),
        together=str(other["rule"]) if other else "",
        beyond=int(other["beyond"]) if other else 0,
    )


def _digest(content: Mapping[str, object]) -> str:
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def _reported(helps: Mapping[str, int]) -> Reported:
    """In whole tens, as a page shows reports: of how many, nobody can tell which is the last."""
    times = sum(helps.values())
    return Reported(LEAST * (times // LEAST), LEAST * (helps.get(Help.RULE_BENDS, 0) // LEAST))


def _did(did: Mapping[str, int]) -> Mapping[Effect, int]:
    return {Effect(name): times for name, times in did.items()}
