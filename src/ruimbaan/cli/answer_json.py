# SPDX-License-Identifier: EUPL-1.2
"""An answer as JSON for programs. The keys are a promise: see docs/reference/plan-json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.answer import Answer, Finding, Plan, Rung, Step
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.world import World


def answer_json(
    world: World,
    answer: Answer,
    language: Language,
    how_sure: Sequence[dict[str, Any]] = (),
) -> str:
    """`how_sure`: per plan of the front, when that was asked."""
    content: dict[str, Any] = {
        "as_of": answer.as_of.isoformat(),
        "horizon_days": answer.horizon,
        "practice": _row(answer.practice),
        "front": [_row(plan) for plan in answer.front],
        "deadlock": _deadlock(world, answer.deadlock, language),
        "findings": [_finding(world, finding, language) for finding in answer.findings],
        "ladder": [_rung(rung) for rung in answer.ladder],
        "complete": answer.complete,
    }
    if how_sure:
        content["how_sure"] = list(how_sure)
    return json.dumps(content, ensure_ascii=False, indent=2)


def _row(plan: Plan) -> dict[str, Any]:
    return {
        "lateness_days": plan.lateness,
        "discretion_cost": plan.asks,
        "uncovered_days": plan.uncovered,
        "flexed": list(plan.flexed),
        "arrivals": dict(plan.arrivals),
        "steps": [_step(step) for step in plan.steps],
        "losses": [asdict(loss) for loss in plan.losses],
        "clashes": [asdict(clash) for clash in plan.clashes],
        "gap_days": plan.gap,
    }


def _step(step: Step) -> dict[str, Any]:
    return asdict(step) | {"wait": step.wait, "slack": step.slack}


def _deadlock(world: World, finding: Finding | None, language: Language) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {
        "facts": list(finding.facts),
        "rules": list(finding.rules),
        "sentence": finding_sentence(world, finding, language),
    }


def _finding(world: World, finding: Finding, language: Language) -> dict[str, Any]:
    return asdict(finding) | {
        "rules": list(finding.rules),
        "sentence": finding_sentence(world, finding, language),
    }


def _rung(rung: Rung) -> dict[str, Any]:
    return {
        "step": rung.step,
        "flexed": list(rung.flexed),
        "lateness_days": rung.lateness,
        "days_won": rung.days_won,
        "arrivals": dict(rung.arrivals),
    }
