# SPDX-License-Identifier: EUPL-1.2
"""The pages of handoffs are as easy to read as the rest of the own file, in both languages; those for
who works in plain Dutch."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presentation.receiver import OF_RECEIVER
from ruimbaan.parts.handoff.reasons import REASONS
from ruimbaan.parts.handoff.wording import ASKS, ENDS, STATES
from tests.parts.handing_over import (
    COMPOSE,
    day_on_page,
    do,
    known,
    link_of,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.reading import length, sentences
from tests.parts.test_words import hurting

LANGUAGES = ("", "/en")
LATER = (timezone.localdate() + timedelta(days=9)).isoformat()
CLIENT, WORK = 12, 20  # most words in a sentence


def own_pages(sterre: Person, handoff: Any) -> dict[str, str]:
    paths = ("/mijn/overdracht", COMPOSE, f"{COMPOSE}?na={handoff}", f"/mijn/overdracht/{handoff}")
    return {
        f"{language}{path}": sterre.read(f"{language}{path}")
        for path in paths
        for language in LANGUAGES
    }


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    one = worker("bram", organisation=Organisation.objects.create(name="De Kribbe"))
    sterre.knows(one.party)
    return one


def too_long(pages: dict[str, str], most: int) -> set[tuple[str, str]]:
    return {(n, one) for n, page in pages.items() for one in sentences(page) if length(one) > most}


def test_every_step_is_plain_for_the_person(sterre: Person, bram: Other):
    noor = worker("noor", organisation=Organisation.objects.create(name="De Kade"))
    filled = question(to(organisation_of(noor)), known(bram), soort="debt-talk", wat="wishes")
    pages = {}
    for language in LANGUAGES:
        pages[f"check{language}"] = sterre.client.post(language + COMPOSE, filled).content.decode()
        pages[f"wrong{language}"] = sterre.client.post(language + COMPOSE, {}).content.decode()
    send(sterre, filled)
    handoff = HandoffRecord.objects.get().pk
    where = f"/werk/overdracht/{handoff}"
    moves = (
        lambda: None,
        lambda: noor.client.get(where),
        lambda: noor.client.post(where, {"doe": "andere-dag", "dag": LATER, "reden": "funding"}),
        lambda: do(sterre, handoff, "dag-goed", **day_on_page(sterre, handoff)),
        lambda: noor.client.post(where, {"doe": "ja", "dag": LATER}),
        lambda: noor.client.post(where, {"doe": "contact"}),
        lambda: do(sterre, handoff, "ontmoet"),
        lambda: do(sterre, handoff, "oordeel", oordeel="partly"),
    )
    for number, move in enumerate(moves):
        move()
        pages |= {f"{number}{n}": page for n, page in own_pages(sterre, handoff).items()}

    assert too_long(pages, CLIENT) == set()
    for language in get_args(Language):
        assert [name for name, page in pages.items() if hurting(page, language)] == []


def test_the_secret_page_and_a_no_are_plain(sterre: Person):
    pages = {}
    for language in LANGUAGES:
        made = sterre.client.post(language + COMPOSE, {**question("link"), "doe": "ja"})
        pages[f"secret{language}"] = made.content.decode()
        link = link_of(made)
        link.opens()
        link.answers("nee", reden="other")
        handoff = HandoffRecord.objects.order_by("-made").first()
        assert handoff is not None
        pages |= own_pages(sterre, handoff.pk)

    assert too_long(pages, CLIENT) == set()


def test_pages_of_who_works_are_plain(sterre: Person, bram: Other):
    noor = worker("noor", organisation=Organisation.objects.create(name="De Kade"))
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram), soort="wmo-enquiry"))
    link = link_of(send(sterre, question("link", known(bram))))
    pages = {"door": link.door().content.decode(), "link": link.opens().content.decode()}
    link.answers("nee", reden="rule")
    for one in (noor, bram):
        for row in HandoffRecord.objects.all():
            for path in ("/werk", "/werk/overdracht", f"/werk/overdracht/{row.pk}"):
                answer = one.client.get(path)
                pages[f"{one.account}{path}"] = answer.content.decode()

    assert too_long(pages, WORK) == set()


def test_every_state_reason_and_question_has_its_words():
    assert set(STATES) == set(State) - {State.NEW}
    assert set(ENDS) == set(State)
    assert set(REASONS) == set(Reason)
    assert set(ASKS) == set(Ask)
    assert set(OF_RECEIVER) == set(Reason) - {Reason.PERSON_CHOSE}


def test_blame_is_no_reason(sterre: Person):
    link = link_of(send(sterre, question("link")))
    page = link.opens().content.decode()

    assert "“niet gemotiveerd”, “niet verschenen”, “gebruikt nog”" in page
    for made_up in ("niet-gemotiveerd", "no-show", "person-chose"):
        assert link.answers("nee", reden=made_up).status_code == 422
