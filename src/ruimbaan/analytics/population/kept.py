# SPDX-License-Identifier: EUPL-1.2
"""A ranking as a file: the same ranking gives the same bytes, and a changed file is noticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from ruimbaan.analytics.population.deadlocks import Deadlock
from ruimbaan.analytics.population.figures import Won
from ruimbaan.analytics.population.ranking import Best, Other, Pair, Ranked, Ranking
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.world import World

VERSION = 1
CONSTANT = "held constant"
Plain = Mapping[str, Any]


def plain(ranking: Ranking, world: World) -> dict[str, Any]:
    """All of it, for a program."""
    return {
        "version": VERSION,
        "region": ranking.region,
        "seed": ranking.seed,
        "people": ranking.people,
        "world": ranking.world,
        "population": ranking.population,
        "as_of": ranking.as_of.isoformat(),
        "horizon": ranking.horizon,
        "waits": CONSTANT,
        "later_in_the_plan": 0,
        "late": ranking.late,
        "most": ranking.most,
        "rules": [_rule(one) for one in ranking.rules],
        "pairs": [_pair(one) for one in ranking.pairs],
        "best": [_best(one) for one in ranking.best],
        "deadlocks": [_deadlock(one, world) for one in ranking.deadlocks],
    }


def written(ranking: Plain, day: date) -> str:
    """The file: what was worked out, on which day, and the digest of both."""
    content = {"worked_out_on": day.isoformat(), "ranking": ranking}
    return json.dumps({**content, "digest": _digest(content)}, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> tuple[date, Plain] | None:
    """The day and the ranking, None when the file is not as it was written."""
    try:
        found = json.loads(text)
        digest = found.pop("digest")
        if digest != _digest(found) or found["ranking"]["version"] != VERSION:
            return None
        return date.fromisoformat(found["worked_out_on"]), found["ranking"]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _digest(content: Plain) -> str:
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def _won(won: Won) -> dict[str, int]:
    return {"days": won.days, "people": won.people, "reached": won.reached}


def _rule(one: Ranked) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "within_reach": one.within_reach,
        **_won(one.won),
        "more_with": _other(one.more_with),
        "less_with": _other(one.less_with),
    }


def _other(one: Other | None) -> dict[str, Any] | None:
    return None if one is None else {"rule": one.rule, "beyond": one.beyond}


def _pair(one: Pair) -> dict[str, Any]:
    singles = one.days - one.beyond
    return {"rules": list(one.rules), "days": one.days, "alone": singles, "beyond": one.beyond}


def _best(one: Best) -> dict[str, Any]:
    by_one = one.one_by_one
    return {
        "rules": list(one.rules),
        **_won(one.won),
        "proven": True,
        "one_by_one": by_one and {"rules": list(by_one.rules), "days": by_one.days},
    }


def _deadlock(one: Deadlock, world: World) -> dict[str, Any]:
    cut = one.finding.cut
    return {
        "facts": list(one.facts),
        "says": {language: _sentences(world, one, language) for language in ("nl", "en")},
        "opens": None if cut is None else list(cut),
        "situations": one.situations,
        "people": one.people,
    }


def _sentences(world: World, one: Deadlock, language: Language) -> list[str]:
    said = finding_sentence(world, one.finding, language)
    return [f"{each}." for each in said.rstrip(".").split(". ")]
