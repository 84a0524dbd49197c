# SPDX-License-Identifier: EUPL-1.2
"""Keeping answers oneself: what is in the file, what never is, and what is opened again."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey.answers import Answers
from ruimbaan.parts.routecheck import keeping, queries
from ruimbaan.parts.routecheck.travelling import pack
from tests.parts.routecheck_forms import Visitor
from tests.regions_from_files import questionnaire, regions

ANSWERS = Answers(
    {
        "goals": ("own-door", "monthly-money"),
        "first": ("own-door",),
        "when-own-door": ("before-date",),
        "sleep": ("sofa",),
        "treatment": ("running",),
        "region": ("waalstad",),
    },
    {"when-own-door": date(2027, 6, 23), "treatment": date(2027, 1, 2)},
    "Mijn zoon weer thuis.",
)
NEVER = {
    "sleep": ("prison",),
    "justice": ("inside",),
    "treatment": ("sent-back-forth",),
    "plan-outside": ("has-plan",),
    "help-now": ("probation", "buddy"),
}
START, CHECK = "Jouw route in 12 vragen", "Kloppen je antwoorden?"


def kept(answers: Answers, *, own_words: bool = False) -> bytes:
    questions = questionnaire()
    never = queries.never_of(regions().values(), questions)
    return keeping.write(questions, answers, never, "nl", own_words=own_words)


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


def opened(visitor: Visitor, content: bytes) -> Visitor:
    response = visitor.client.post(
        "/routecheck/openen", {"file": SimpleUploadedFile("mijn-route.json", content)}
    )
    visitor.html, visitor.status = response.content.decode(), response.status_code
    return visitor


def test_the_file_can_be_read_by_its_owner():
    found = json.loads(kept(ANSWERS))

    assert found["let_op"].startswith("Dit bestand is van jou.")
    assert {"vraag": "Waar slaap je nu?", "antwoord": ["Bij vrienden, op de bank"]}.items() <= (
        next(row for row in found["antwoorden"] if row["code"] == "sleep").items()
    )


def test_what_is_opened_is_what_was_kept():
    taken = keeping.read(kept(ANSWERS, own_words=True), questionnaire())

    assert taken.whole
    assert taken.answers == ANSWERS


def test_own_words_are_only_kept_when_asked_for():
    assert "zoon" not in kept(ANSWERS).decode()
    assert "zoon" in kept(ANSWERS, own_words=True).decode()


@pytest.mark.parametrize("question", NEVER)
def test_what_is_never_kept_is_not_in_the_file_not_even_its_question(question: str):
    rows = json.loads(kept(Answers({question: NEVER[question]})))["antwoorden"]

    assert [row["keuzes"] for row in rows] == ([["buddy"]] if question == "help-now" else [])


def test_an_answer_that_denies_what_is_never_kept_is_not_in_the_file_either():
    assert json.loads(kept(Answers({"justice": ("none",)})))["antwoorden"] == []


def test_every_never_fact_of_every_region_is_on_the_list():
    assert {"detentie", "titel", "comorbiditeit", "gebruikt-niet"} <= queries.never_kept()


def test_the_file_goes_to_the_reader_and_is_kept_nowhere(client: Client):
    response = client.post("/routecheck/bewaren", {"answers": pack(ANSWERS), "words": "1"})

    assert response.headers["Content-Disposition"] == 'attachment; filename="mijn-route.json"'
    assert response.headers["Cache-Control"] == "no-store"
    assert json.loads(response.content)["eigen_woorden"] == "Mijn zoon weer thuis."


def test_a_kept_file_opens_at_all_answers(visitor: Visitor):
    opened(visitor, kept(ANSWERS))

    assert visitor.title == CHECK
    assert "Wij hebben het niet bewaard." in visitor.words
    assert "Bij vrienden, op de bank" in visitor.words
    assert "23 juni 2027" in visitor.words


def test_of_an_older_file_what_still_exists_is_taken_over(visitor: Visitor):
    found = json.loads(kept(ANSWERS))
    found["versie"] = 0
    found["antwoorden"].append({"code": "gone", "keuzes": ["x"]})

    opened(visitor, json.dumps(found).encode())

    assert visitor.title == CHECK
    assert "Een paar vragen zijn veranderd." in visitor.words
    assert "Bij vrienden, op de bank" in visitor.words


GOOD = json.loads(kept(ANSWERS))
BAD = {
    "nothing": b"",
    "no JSON": b"hallo",
    "half a file": kept(ANSWERS)[:-20],
    "not UTF-8": b"\xff\xfe{}",
    "a list": b"[]",
    "a number": b"1e400",
    "another kind": json.dumps({**GOOD, "soort": "iets"}).encode(),
    "no version": json.dumps({k: v for k, v in GOOD.items() if k != "versie"}).encode(),
    "a version that is true": json.dumps({**GOOD, "versie": True}).encode(),
    "an unknown key": json.dumps({**GOOD, "naam": "Stella"}).encode(),
    "a key twice": b'{"soort":"a","soort":"b","versie":1,"antwoorden":[]}',
    "answers that are no list": json.dumps({**GOOD, "antwoorden": {}}).encode(),
    "an answer that is text": json.dumps({**GOOD, "antwoorden": ["x"]}).encode(),
    "an unknown key inside": json.dumps(
        {**GOOD, "antwoorden": [{"code": "sleep", "keuzes": [], "x": 1}]}
    ).encode(),
    "choices that are numbers": json.dumps(
        {**GOOD, "antwoorden": [{"code": "sleep", "keuzes": [1]}]}
    ).encode(),
    "a question twice": json.dumps(
        {**GOOD, "antwoorden": [{"code": "sleep", "keuzes": []}] * 2}
    ).encode(),
    "no day": json.dumps(
        {**GOOD, "antwoorden": [{"code": "sleep", "keuzes": [], "dag": "morgen"}]}
    ).encode(),
    "words that are a list": json.dumps({**GOOD, "eigen_woorden": ["a"]}).encode(),
    "not a number": json.dumps({**GOOD, "versie": float("nan")}).encode(),
    "very deep": b"[" * 15_000,
    "too large": kept(ANSWERS) + b" " * keeping.MOST_BYTES,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_file_that_is_not_ours_is_a_kind_error(visitor: Visitor, content: bytes):
    opened(visitor, content)

    assert visitor.status == 422
    assert visitor.title == START
    assert "Dit bestand kunnen we niet lezen." in visitor.words


def test_no_file_at_all_is_the_same_error(visitor: Visitor):
    visitor.send("/routecheck/openen")

    assert visitor.status == 422


def test_a_file_that_is_far_too_large_is_not_even_read(visitor: Visitor):
    opened(visitor, b"x" * 2_000_000)

    assert visitor.status == 422


def what_it_says(content: bytes) -> tuple[object, ...]:
    """What is told of a file that is refused; nothing of one that is read."""
    try:
        keeping.read(content, questionnaire())
    except keeping.NotOurFile as error:
        return error.args
    return ()


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content: bytes):
    assert what_it_says(content) == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(keeping.TOP | keeping.ROW)), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_breaks_it(found: object):
    assert what_it_says(json.dumps(found).encode()) == ()


@pytest.mark.parametrize("path", ["bewaren", "openen"])
def test_another_site_cannot_send_these_forms(client: Client, path: str):
    response = client.post(f"/routecheck/{path}", headers={"Origin": "https://elders.example"})

    assert response.status_code == 403
