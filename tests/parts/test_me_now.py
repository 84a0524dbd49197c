# SPDX-License-Identifier: EUPL-1.2
"""Ik nu: sketches that are never a score, two moments beside each other, and looking back."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kind import DOMAINS
from ruimbaan.parts.journey.now.content_of import asks, instruments, marks
from ruimbaan.parts.journey.now.kinds import LOOKING_BACK, SKETCH
from ruimbaan.parts.journey.now.presentation.picture import SIGN_COLOUR, SIGNS
from ruimbaan.parts.trust.services import open_file
from ruimbaan.ui.pictures import palette
from tests.parts.handing_over import by_link, do, only_handoff
from tests.parts.journey_routes import keep, kept, say, words_of
from tests.parts.own_files import Person, person, showing, worker
from tests.ui.test_palette import TOKENS

pytestmark = pytest.mark.django_db
NOW, NEW, BACK = "/mijn/ik-nu", "/mijn/ik-nu/schets", "/mijn/ik-nu/terugblik"


@pytest.fixture
def sterre() -> Person:
    return person()


def sketch(one: Person, form: UUID | None = None, **sent: str) -> int:
    sent = {"form": str(form or uuid4()), "title": "", **sent}
    return int(one.client.post(NEW, sent).status_code)


def sketched_before(one: Person, days: int, **values: str) -> UUID:
    now = timezone.now()
    actor = actor_for(one.account.pk)
    with open_file(
        actor, one.journey, frozenset({Part.ME_NOW}), action=Action.CHANGE, now=now
    ) as opening:
        at = now - timedelta(days=days)
        return entries.add(opening, SKETCH, uuid4(), values, at).id


def table(one: Person, path: str = NOW) -> dict[str, list[str]]:
    """The rows of the table that says the same as the picture."""
    found = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", one.read(path), re.DOTALL)
    cells = {name: re.findall(r"<td[^>]*>(.*?)</td>", rest) for name, rest in found}
    return {unescape(name): [unescape(cell) for cell in row] for name, row in cells.items()}


def test_the_sketch_asks_each_domain_once_and_rather_not_is_chosen_from_the_start(sterre: Person):
    page = sterre.read(NEW)

    assert set(asks()) == set(DOMAINS)
    assert page.count('value="liever-niet" checked') == len(asks())
    assert page.count('type="radio"') == len(asks()) * (len(marks()) + 1)


def test_what_is_filled_in_stands_there_in_words_and_what_is_left_out_does_not(sterre: Person):
    assert sketch(sterre, WON="good", FIN="liever-niet", title="Na de kliniek") == 302

    assert table(sterre) == {"Wonen en slapen": ["Dit gaat goed"]}
    assert "Na de kliniek" in sterre.read(NOW)


def test_leaving_everything_out_keeps_nothing(sterre: Person):
    assert sketch(sterre, WON="liever-niet") == 302

    assert "Er staat nog geen schets." in sterre.read(NOW)


def test_then_and_now_stand_beside_each_other_and_one_may_choose_which(sterre: Person):
    first = sketched_before(sterre, 60, WON="missing", SOC="fair", title="Begin")
    middle = sketched_before(sterre, 30, WON="varies")
    sketch(sterre, WON="good")

    assert table(sterre)["Wonen en slapen"] == ["Hier mis ik iets", "Dit gaat goed"]
    assert table(sterre)["Mensen om je heen"] == ["Het gaat wel", "Liever niet"]
    chosen = f"{NOW}?toen={middle}&nu={first}"
    assert table(sterre, chosen)["Wonen en slapen"] == ["Hier mis ik iets", "Elke dag anders"]


def test_a_moment_of_somebody_else_or_none_at_all_is_not_found(sterre: Person):
    theirs = sketched_before(person("karim", "Karim"), 1, WON="good")
    sketch(sterre, WON="good")

    for asked in (theirs, uuid4(), "x"):
        assert sterre.client.get(f"{NOW}?toen={asked}").status_code == 404
    for path in (f"{NEW}/{theirs}", f"{NEW}/{theirs}/weg"):
        assert sterre.client.get(path).status_code == 404


def test_nothing_is_counted_and_nothing_is_red(sterre: Person):
    """No number but of a day stands in the picture or its table."""
    sketched_before(sterre, 60, WON="missing", SOC="fair")
    sketch(sterre, WON="good", SOC="missing")
    page = sterre.read(NOW)
    (svg,) = re.findall(r"<svg[^>]*role=\"img\".*?</svg>", page, re.DOTALL)
    said = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    today = timezone.localdate()
    days = {str((today - timedelta(days=ago)).day) for ago in (0, 60)}

    assert palette.GAP not in svg
    assert palette.ARRIVED not in svg
    assert "marker" not in svg
    assert {one.split()[0] for one in said if re.search(r"\d", one)} == days
    assert "Dit is geen test." in page
    assert "Wij tellen niets op en geven geen cijfer." in page


def test_every_mark_has_a_sign_of_its_own_in_the_one_colour_of_the_site():
    drawn = {code: SIGNS[code](0, 0) for code in marks()}

    assert set(SIGNS) == set(marks())
    assert len(set(drawn.values())) == len(drawn)
    assert f"--rb-main: {SIGN_COLOUR};" in TOKENS.read_text("utf-8")
    assert palette.contrast(SIGN_COLOUR, palette.WHITE) >= 3


def test_changing_keeps_one_and_an_old_version_is_told(sterre: Person):
    row = sketched_before(sterre, 1, WON="good")
    assert sterre.client.post(f"{NEW}/{row}", {"version": "1", "WON": "fair"}).status_code == 302
    assert table(sterre) == {"Wonen en slapen": ["Het gaat wel"]}

    late = sterre.client.post(f"{NEW}/{row}", {"version": "1", "WON": "varies"})
    assert late.status_code == 422
    assert "Dit stond er al" in late.content.decode()


def test_taking_away_asks_first_and_may_be_sent_twice(sterre: Person):
    row = sketched_before(sterre, 1, WON="good")
    assert "Deze schets weghalen?" in sterre.read(f"{NEW}/{row}/weg")
    assert table(sterre) != {}

    for _again in range(2):
        assert sterre.client.post(f"{NEW}/{row}/weg").status_code == 302
    assert "Er staat nog geen schets." in sterre.read(NOW)


def test_the_same_form_twice_is_one_sketch(sterre: Person):
    form = uuid4()

    assert [sketch(sterre, form, WON="good") for _ in range(2)] == [302, 302]
    assert sketch(sterre, form, WON="fair") == 422
    assert "<select" not in sterre.read(NOW)


@pytest.mark.parametrize(
    "sent",
    [{"WON": "9"}, {"WON": ["good", "fair"]}, {"score": "9"}, {"title": "x" * 201}],
    ids=["no mark", "two marks", "no field", "too long"],
)
def test_what_cannot_be_kept_is_said_and_the_rest_stays_on_the_screen(
    sterre: Person, sent: dict[str, object]
):
    answer = sterre.client.post(NEW, {"form": str(uuid4()), "SOC": "good", **sent})

    assert answer.status_code == 422
    assert 'name="SOC" value="good" checked' in answer.content.decode()
    assert "Er staat nog geen schets." in sterre.read(NOW)


def test_who_it_is_shown_to_sees_the_sketch_and_the_preview_shows_the_same(sterre: Person):
    noor = worker()
    sterre.knows(noor.party)
    sketch(sterre, WON="good", title="Na de kliniek")
    preview = words_of(sterre.client.post("/mijn/delen/nieuw", showing(noor.party, "me_now")))
    sterre.shows(noor.party, "me_now")
    seen = words_of(noor.look(sterre))

    for page in (preview, seen):
        assert "Schetsen van Sterre" in page
        assert "Wonen en slapen Dit gaat goed" in page
    assert words_of(sterre.client.get("/mijn/delen/nieuw")).count("Hoe het nu met me gaat") == 1


def began(one: Person) -> UUID:
    keep(one)
    step = next(step for step in kept(one).steps if step.service == "W-melding-thuis")
    say(one, step.id, "done")
    return step.id


def test_one_looks_back_on_what_began_and_nothing_else(sterre: Person):
    keep(sterre)
    assert "Er is nog geen stap begonnen." in sterre.read(BACK)

    step = began(sterre)
    assert f'href="{BACK}?over={step}"' in sterre.read(f"/mijn/route/stap/{step}")
    page = sterre.read(BACK)
    assert page.count('name="over"') == 1
    assert "Was dit op tijd?" in page
    assert "Ik hoefde mijn verhaal niet opnieuw te vertellen." in page


def test_one_looks_back_on_a_handoff_once_it_was_taken_up_and_after_the_meeting(sterre: Person):
    link = by_link(sterre)
    link.opens()
    assert 'name="over"' not in sterre.read(BACK)

    link.answers("ja", dag=(timezone.localdate() + timedelta(days=3)).isoformat())
    assert "Begeleiding thuis" in sterre.read(BACK)
    one = f"/mijn/overdracht/{only_handoff().pk}"
    assert f"{BACK}?over=" not in sterre.read(one)
    do(sterre, only_handoff().pk, "ontmoet")
    assert f'href="{BACK}?over={only_handoff().pk}"' in sterre.read(one)
    answer = sterre.client.post(BACK, {"over": str(only_handoff().pk), "told_once": "yes"})
    assert answer.status_code == 302
    assert "beantwoord" in sterre.read(BACK)


def test_looking_back_keeps_the_last_word_and_goes_away_when_nothing_is_said(sterre: Person):
    step = began(sterre)

    def said() -> list[str]:
        return re.findall(r'name="(?:in_time|told_once)" value="([\w-]+)" checked', page())

    def page() -> str:
        return sterre.read(BACK)

    for sent in ({"in_time": "no", "told_once": "yes"}, {"in_time": "partly"}, {}):
        assert sterre.client.post(BACK, {"over": str(step), **sent}).status_code == 302
        expected = [sent.get(name, "liever-niet") for name in ("in_time", "told_once")]
        assert said() == expected
        assert ("beantwoord" in page()) is bool(sent)


def test_looking_back_is_for_the_person_alone(sterre: Person):
    noor = worker()
    sterre.knows(noor.party)
    step = began(sterre)
    sterre.client.post(BACK, {"over": str(step), "in_time": "no"})
    sterre.shows(noor.party, "route", "me_now")

    assert LOOKING_BACK.part is Part.OWN
    assert "te laat" not in words_of(noor.look(sterre))


@pytest.mark.parametrize("sent", [{"in_time": "9"}, {"over": "x"}, {"over": str(uuid4())}])
def test_what_the_page_does_not_offer_is_not_found(sterre: Person, sent: dict[str, str]):
    step = began(sterre)

    answer = sterre.client.post(BACK, {"over": str(step), **sent})

    assert answer.status_code == 404


def test_no_list_of_others_is_included_and_each_says_why(sterre: Person):
    page = words_of(sterre.client.get(f"{NOW}/lijsten"))

    assert [one.id for one in instruments() if one.included] == []
    for one in instruments():
        assert one.name in page
        assert one.why.nl in page
        assert one.read is (one.id == "barc-10")
