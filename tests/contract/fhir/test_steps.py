# SPDX-License-Identifier: EUPL-1.2
"""A Task that changed is taken over when Gravity lists that step for who took it, and else never:
every pair of statuses, from the standard's own diagram."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ruimbaan.core.handoff.errors import NotPossible, NotYours
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.integrations.fhir import Referral, follow, read_document, read_referrals, with_handoff
from ruimbaan.integrations.fhir.errors import MayNotChange, OtherTask, ReasonTextMissing
from ruimbaan.integrations.fhir.names import OUR_REASONS
from ruimbaan.integrations.fhir.statuses import STATE_OF, WITH_REASON

MACHINES = json.loads(
    (Path(__file__).parent.parent / "handoff" / "data" / "referral_state_machines.json").read_text(
        encoding="utf-8"
    )
)
LISTED = {
    (row["from"], row["to"]): {
        By.SENDER if who == "requester" else By.RECEIVER for who in row["by"]
    }
    for row in MACHINES["gravity_sdohcc_3_0_0_referral_task"]["transitions"]
}
PAIRS = [(begin, end) for begin in STATE_OF for end in STATE_OF if begin != end]


def task(status: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "resourceType": "Task",
        "id": "t1",
        "status": status,
        "intent": "order",
        "code": {
            "coding": [{"system": "http://hl7.org/fhir/CodeSystem/task-code", "code": "fulfill"}]
        },
        "focus": {"reference": "ServiceRequest/s1"},
        "for": {"reference": "Patient/p1"},
        "authoredOn": "2026-11-23T09:00:00Z",
        "requester": {"reference": "Organization/a"},
        "owner": {"reference": "Organization/b"},
    }
    if status in WITH_REASON:
        found["statusReason"] = {"text": "Geen plek"}
    return found | more


def read(resource: dict[str, Any]) -> Referral:
    (found,) = read_referrals(read_document(json.dumps(resource).encode(), "t.json"))
    return found


@pytest.mark.parametrize(("begin", "end"), PAIRS)
def test_a_change_is_taken_over_exactly_when_the_standard_lists_it(begin: str, end: str):
    may = LISTED.get((begin, end), set())
    known, news = read(task(begin)), read(task(end))
    for by in By:
        if by in may:
            assert follow(known, news.task, by).handoff.state is STATE_OF[end]
        else:
            with pytest.raises(NotYours if may else NotPossible):
                follow(known, news.task, by)


def test_the_same_status_again_is_no_step():
    known = read(task("accepted"))
    news = read(task("accepted", note=[{"text": "Dag"}]))

    assert follow(known, news.task, By.RECEIVER) == Referral(known.handoff, news.task)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("for", {"reference": "Patient/other"}),
        ("requester", {"reference": "Organization/c"}),
        ("focus", {"reference": "ServiceRequest/s2"}),
        ("authoredOn", "2026-11-24T09:00:00Z"),
        ("owner", {"reference": "Organization/c"}),
    ],
)
def test_what_a_task_is_about_does_not_change_under_way(name: str, value: Any):
    news = read(task("accepted", **{name: value}))

    with pytest.raises(MayNotChange) as told:
        follow(read(task("requested")), news.task, By.RECEIVER)
    assert told.value.details == {"name": name}


def test_an_owner_does_not_go_away():
    without = task("accepted")
    del without["owner"]

    with pytest.raises(MayNotChange):
        follow(read(task("requested")), read(without).task, By.RECEIVER)


def test_an_open_request_gets_its_owner():
    open_request = task("requested")
    del open_request["owner"]
    known = read(open_request)

    found = follow(known, read(task("accepted")).task, By.RECEIVER)

    assert known.handoff.receiver is None
    assert found.handoff.receiver == read(task("requested")).handoff.receiver


def test_another_task_is_no_news_of_this_one():
    with pytest.raises(OtherTask):
        follow(read(task("requested")), read(task("accepted", id="t2")).task, By.RECEIVER)


@pytest.mark.parametrize("status", sorted(WITH_REASON))
def test_without_a_reason_in_words_it_does_not_come_in(status: str):
    with pytest.raises(ReasonTextMissing):
        read(task(status, statusReason={"coding": [{"system": OUR_REASONS, "code": "hours"}]}))


@pytest.mark.parametrize(
    ("coding", "reason"),
    [
        ([{"system": OUR_REASONS, "code": "hours"}], Reason.HOURS),
        ([{"system": OUR_REASONS, "code": "not-motivated"}], Reason.OTHER),
        ([{"system": "urn:x", "code": "hours"}], Reason.OTHER),
        ([], Reason.OTHER),
    ],
)
def test_a_reason_of_ours_is_known_and_any_other_keeps_its_words(
    coding: list[dict[str, str]], reason: Reason
):
    news = read(task("rejected", statusReason={"coding": coding, "text": "Geen uren"}))
    found = follow(read(task("requested")), news.task, By.RECEIVER)

    assert found.handoff.steps[-1].reason is reason
    assert found.task.resource["statusReason"] == {"coding": coding, "text": "Geen uren"}


def test_our_answer_changes_the_status_and_leaves_all_else_as_it_came():
    raw = task("requested", note=[{"text": "Dag"}], text={"status": "additional", "div": "<div/>"})
    document = read_document(json.dumps(raw).encode(), "t.json")
    (known,) = read_referrals(document)
    answered = follow(known, read(raw | {"status": "accepted"}).task, By.RECEIVER).handoff

    changed = json.loads(with_handoff(document, known, answered).text())

    assert changed == raw | {"status": "accepted", "lastModified": "2026-11-23T09:00:00+00:00"}


def test_a_summary_that_was_generated_does_not_go_on_telling_the_old_status():
    raw = task("requested", text={"status": "generated", "div": "<div>requested</div>"})
    document = read_document(json.dumps(raw).encode(), "t.json")
    (known,) = read_referrals(document)
    answered = follow(known, read(raw | {"status": "accepted"}).task, By.RECEIVER).handoff

    assert "text" not in json.loads(with_handoff(document, known, answered).text())
    assert json.loads(with_handoff(document, known, known.handoff).text()) == raw


@pytest.mark.parametrize("status", STATE_OF)
def test_every_status_is_read_with_the_way_that_led_there(status: str):
    handoff = read(task(status)).handoff
    states = [State.NEW, *(step.end for step in handoff.steps)]

    assert handoff.state is STATE_OF[status]
    told = {State.NEW: "(new)"} | {state: name for name, state in STATE_OF.items()}
    assert all((told[a], told[b]) in LISTED for a, b in pairwise(states))
