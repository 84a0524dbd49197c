# SPDX-License-Identifier: EUPL-1.2
"""The real site, in which the planner fails for one region, with the answers in its own words: the
worst error there can be."""

from __future__ import annotations

from typing import Any

from ruimbaan.project import wsgi  # isort: split

from ruimbaan.parts.routecheck import answering, result_views

FAILS_IN = "vestingstad"
application = wsgi.application


def _solve_or_fail(answers: Any, region: Any, *others: Any) -> answering.Solved:
    if region.id == FAILS_IN:
        raise ValueError(f"{dict(answers.chosen)} {dict(answers.days)} {answers.own_words}")
    return answering.solve_for(answers, region, *others)


vars(result_views)["solve_for"] = _solve_or_fail
