# SPDX-License-Identifier: EUPL-1.2
"""The judges of the long runs with a crowd: they find what they are there to find."""

from __future__ import annotations

import gzip
import json
from argparse import Namespace
from html import escape
from pathlib import Path
from uuid import uuid4

import pytest

from tests.long.crowd import Answer, Seen, unkind
from tests.long.load.visiting import Asked, Reply, Tally
from tests.long.served import Readiness
from tests.long.soak import Sample, slope
from tests.long.telling import tell

FORM, WORDS = str(uuid4()), 'Mijn "eigen" woorden <van nu>.'
LOOK = Asked(b"GET /mijn HTTP/1.1\r\n")
WRITE = Asked(b"POST /en/mijn/notities/nieuw HTTP/1.1\r\n", FORM, WORDS)
AGAIN = {"retry-after": "60"}
WHOLE = f'<p>We will be back soon</p><input value="{FORM}"><textarea>{escape(WORDS)}</textarea>'


def closed(page: str, headers: dict[str, str]) -> Reply:
    return Reply(503, {**headers, "content-encoding": "gzip"}, gzip.compress(page.encode()))


@pytest.mark.parametrize(
    ("asked", "reply", "told"),
    [
        (LOOK, closed("We zijn er zo weer", AGAIN), ""),
        (LOOK, closed("We will be back soon", AGAIN), "503 without a page"),
        (LOOK, closed("Service Unavailable", AGAIN), "503 without a page"),
        (LOOK, closed("We zijn er zo weer", {}), "503 without Retry-After"),
        (WRITE, closed(WHOLE, AGAIN), ""),
        (WRITE, closed("We will be back soon", AGAIN), "503 without what was typed"),
        (WRITE, closed(WHOLE.replace(FORM, "x"), AGAIN), "503 without what was typed"),
    ],
)
def test_a_503_is_a_page_in_the_language_with_when_to_come_back_and_what_was_typed(
    asked: Asked, reply: Reply, told: str
):
    assert unkind(asked, reply) == told


def test_all_goes_as_before_from_the_first_answer_after_the_last_503():
    seen = Seen(
        [Answer(1, 0.1, 200), Answer(2, 0.1, 503), Answer(3, 0.1, 200), Answer(4, 0.1, 503)]
    )
    assert seen.first_good(1.5) is None

    seen.answers.append(Answer(5, 0.3, 302))
    assert seen.first_good(1.5) == 5
    assert seen.first_good(0) == 5
    assert Seen([Answer(1, 0.1, 200)]).first_good(0) == 1


def test_a_probe_says_when_it_went_red_and_green():
    probe = Readiness(1)
    probe.changes = [(0.0, True), (10.0, False), (13.0, True)]

    assert probe.first(9.0, ready=False) == pytest.approx(1.0)
    assert probe.first(11.0, ready=False) == 0
    assert probe.first(11.0, ready=True) == pytest.approx(2.0)
    assert probe.first(14.0, ready=False) is None


def sample(at: float, memory: float) -> Sample:
    return Sample(at, memory, 10, 20, 5, 30.0, 100, 12.0)


def test_growth_is_that_of_the_second_half_by_the_hour():
    warming = [sample(60.0 * n, 100 + 10 * min(n, 5)) for n in range(10)]
    growing = [sample(60.0 * n, 100 + 1 * n) for n in range(10)]

    assert slope(warming, lambda one: one.site_mb) == pytest.approx(0)
    assert slope(growing, lambda one: one.site_mb) == pytest.approx(60)
    assert slope(growing[:3], lambda one: one.site_mb) == 0


def test_pages_are_told_apart_and_not_their_numbers():
    tally = Tally()
    for took in (0.1, 0.3):
        path = f"GET /gedeeld/{uuid4()}/steun HTTP/1.1\r\n".encode()
        tally.note(200, took, Asked(path).page)

    assert tally.pages == {"GET /gedeeld/.../steun": [0.1, 0.3]}


def test_figures_come_with_the_command_the_day_and_the_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    tell({"lost": 0}, Namespace(json=True, out=tmp_path / "figures.json"))

    said = json.loads(capsys.readouterr().out)
    assert said == json.loads((tmp_path / "figures.json").read_text())
    assert said["lost"] == 0
    assert {"command", "date", "machine", "load"} < said.keys()
