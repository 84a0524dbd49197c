# SPDX-License-Identifier: EUPL-1.2
"""An advice and what followed, in their published form; the names in it never change."""

from __future__ import annotations

from ruimbaan.core.advice import followup, judging
from ruimbaan.core.advice.advice import Advice
from ruimbaan.core.advice.changes import text_of
from ruimbaan.core.advice.evidence import Evidence
from ruimbaan.core.advice.followup import Difference, FollowUp
from ruimbaan.core.insight.waits import Share
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rulebook import RuleText

FORMAT, DIGITS = 1, 4


def advice_json(found: Advice) -> dict[str, object]:
    return {
        "format": FORMAT,
        "draft": True,
        "region": found.region,
        "rule": {"id": found.rule.id, "number": found.rule.number},
        "figures_until": found.on.isoformat(),
        "verdict": found.judgement.verdict,
        "reasons": [
            {"id": one, "says": _text(judging.WORDS[one])} for one in found.judgement.reasons
        ],
        "text_now": _text(text_of(found.rule)),
        "text_proposed": _text(found.proposal.text),
        "change": found.proposal.kind,
        "layer": found.rule.layer,
        "decides": _text(found.proposal.who),
        "higher_rule": found.higher.id if found.higher else None,
        "kinds": list(found.kinds),
        "evidence": _evidence(found.evidence),
        "story": None
        if found.story is None
        else {
            "id": found.story.id,
            "composite": True,
            "title": _text(found.story.title),
            "summary": _text(found.story.summary),
        },
        "asks": [_text(one) for one in found.asks],
        "loses": [_text(one) for one in found.loses],
        "not_known": [_text(one) for one in found.unknown],
        "versions": [_version(one) for one in found.versions],
        "follow_up": None if found.follow_up is None else follow_json(found.follow_up),
    }


def follow_json(found: FollowUp) -> dict[str, object]:
    return {
        "changed": found.day.isoformat(),
        "ready": found.ready.isoformat(),
        "outcome": found.outcome,
        "says": _text(followup.WORDS[found.outcome]),
        "before": _share(found.before),
        "after": _share(found.after),
        "others_before": _share(found.others_before),
        "others_after": _share(found.others_after),
        "difference": _difference(found.difference),
        "beyond_others": _difference(found.beyond_others),
    }


def _evidence(found: Evidence) -> dict[str, object]:
    return {
        "asked": [
            {
                "kind": one.kind,
                "times": one.times,
                "not_met": one.not_met,
                "met_within_6_weeks": _share(one.soon),
                "others": _share(one.others),
            }
            for one in found.asked
        ],
        "reported": {
            name: {"at_least": one.times, "rule_bends_at_least": one.bends}
            for name, one in sorted((found.reported or {}).items())
        },
        "room_told": None
        if found.used is None
        else {"at_least": found.used.times, "helped_at_least": found.used.helped},
        "effect_of_room": {
            kind: {
                "ratio": one.ratio,
                "low": one.low,
                "high": one.high,
                "used_at_least": one.used,
                "compared_at_least": one.compared,
            }
            for kind, one in (found.effects or {}).items()
        },
        "gain": None
        if found.gain is None
        else {
            "made_up_people": found.gain.people,
            "reached": found.gain.reached,
            "days": found.gain.days,
            "together_with": found.gain.together or None,
            "days_beyond": found.gain.beyond,
            "world": found.gain.digest,
            "waits_held_constant": True,
        },
    }


def _version(rule: RuleText) -> dict[str, object]:
    kept = rule.rule
    return {
        "from": kept.valid_from.isoformat() if kept.valid_from else None,
        "until": kept.valid_until.isoformat() if kept.valid_until else None,
        "text": _text(text_of(rule)),
    }


def _share(share: Share | None) -> dict[str, object] | None:
    if share is None:
        return None
    return {
        "share": round(share.value, DIGITS),
        "low": round(share.low, DIGITS),
        "high": round(share.high, DIGITS),
        "of": share.count,
    }


def _difference(found: Difference | None) -> dict[str, object] | None:
    if found is None:
        return None
    told = {"value": found.value, "low": found.low, "high": found.high}
    return {name: round(value, DIGITS) for name, value in told.items()}


def _text(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.in_language("en")}
