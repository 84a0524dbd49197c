# SPDX-License-Identifier: EUPL-1.2
"""Steps count only after a yes, for nobody else to read, under a name that this database cannot make;
and they are gone at once."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from ruimbaan.core.discretion.asking import State
from ruimbaan.core.insight.contributed import Step
from ruimbaan.core.journey.kept_route import Event, EventKind
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.integrations.language import Level, RemarkKind, check_text
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.contributing import store
from ruimbaan.parts.contributing.models import Choice, ContributedEvent
from ruimbaan.parts.contributing.services import agree, choice_of, counted_in, note, stop
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.answering import answer
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_person
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.journey.route.counting import count_said
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.backup.erasures import erase_again
from ruimbaan.parts.trust.log.whole import every_entry
from ruimbaan.parts.trust.walls import NotOpened
from tests.addresses import WORDS
from tests.parts.handing_over import organisation_of, question, send, to
from tests.parts.journey_routes import keep, kept
from tests.parts.own_files import Person, person, worker
from tests.parts.reading import blocks, length, sentences
from tests.parts.room_pages import RULE

pytestmark = pytest.mark.django_db
PAGE = "/mijn/meetellen"
TODAY = timezone.localdate()
LATER = TODAY + timedelta(days=400)
YES = {"doe": "aan", "regio": "waalstad"}


def opened(one: Person, *parts: Part, action: Action = Action.CHANGE):
    wanted = frozenset(parts or {Part.OWN})
    actor = actor_for(one.account.pk)
    return trust.open_file(actor, one.journey, wanted, action=action, now=timezone.now())


def steps() -> list[str]:
    return sorted(ContributedEvent.objects.values_list("step", flat=True))


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def counting(sterre: Person) -> Person:
    assert sterre.client.post(PAGE, YES).status_code == 302
    return sterre


def test_without_a_yes_nothing_counts(sterre: Person):
    note(sterre.journey, Step.ASKED, "6", TODAY)
    keep(sterre)

    assert not ContributedEvent.objects.exists()
    assert "Nu telt er niets mee." in sterre.read(PAGE)


def test_after_a_yes_what_happens_counts_and_stands_on_the_page(counting: Person):
    noor = worker(organisation=Organisation.objects.create(name="De Brug", region="waalstad"))
    send(counting, question(to(organisation_of(noor))))
    row = HandoffRecord.objects.get()
    yes = {"doe": "ja", "dag": (TODAY + timedelta(days=1)).isoformat()}
    noor.client.post(f"/werk/overdracht/{row.pk}", yes)
    counting.client.post(f"/mijn/overdracht/{row.pk}", {"doe": "ontmoet"})
    page = counting.read(PAGE)

    assert steps() == ["asked", "began"]
    assert {row.week.weekday() for row in ContributedEvent.objects.all()} == {0}
    assert "Je vroeg steun" in page
    assert "De steun begon" in page


def test_a_kept_route_and_what_is_said_of_it_count_in_closed_words(counting: Person):
    keep(counting)
    step = next(one for one in kept(counting).steps if one.service and one.goals)
    done = Event(EventKind.DONE, step.id, TODAY)
    count_said(counting.journey, kept(counting), done)
    rows = ContributedEvent.objects.all()

    assert {"planned", "ended"} < set(steps())
    assert len([one for one in steps() if one.startswith("goal-")]) == len(step.goals)
    assert {row.about for row in rows if row.step == "ended"} <= {str(n) for n in range(1, 100)}
    words = {str(goal.text) for goal in kept(counting).goals} | {str(step.what)}
    assert not words & {row.about for row in rows}


@pytest.mark.parametrize(("said", "expected"), [(State.YES, ["room"]), (State.NO, [])])
def test_room_that_was_given_counts_and_a_no_does_not(
    counting: Person, said: State, expected: list[str]
):
    now = timezone.now()
    until, answer_by = TODAY + timedelta(days=60), TODAY + timedelta(days=7)
    wanted = Wanted(
        uuid4(),
        "Zonder adres beginnen.",
        "Anders kan het niet.",
        mail="r@example.org",
        rule=RULE,
        until=until,
        answer_by=answer_by,
    )
    found = records.find(ask_as_person(counting.account.pk, counting.journey, wanted, now))
    assert found is not None
    answer(found.kept.token, said, "" if said is State.YES else "Nee.", uuid4(), now)

    assert steps() == expected


@pytest.mark.parametrize("kind", [EventKind.CANNOT, EventKind.MOVED, EventKind.BACK])
def test_what_did_not_work_is_never_counted(counting: Person, kind: EventKind):
    keep(counting)
    before = steps()
    step = kept(counting).steps[0].id
    count_said(counting.journey, kept(counting), Event(kind, step, TODAY, TODAY))

    assert steps() == before


def test_a_hard_time_has_no_word_in_the_list():
    assert {one.value for one in Step} == {
        *("planned", "asked", "began", "ended", "room"),
        *("goal-earlier", "goal-on-time", "goal-later"),
    }


def test_what_happened_before_the_yes_does_not_count(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY - timedelta(days=1))

    assert steps() == []


def test_the_same_in_one_week_counts_once(counting: Person):
    for _ in range(3):
        note(counting.journey, Step.ASKED, "6", TODAY)

    assert steps() == ["asked"]


def test_stopping_takes_everything_away_at_once_and_nothing_counts_after(counting: Person):
    other = person("wim", "Wim")
    other.client.post(PAGE, YES)
    for one in (counting, other):
        note(one.journey, Step.ASKED, "6", TODAY)
        note(one.journey, Step.BEGAN, "6", LATER)  # in another year, under another name
    counting.client.post(PAGE, {"doe": "uit"})
    note(counting.journey, Step.BEGAN, "6", TODAY)

    assert steps() == ["asked", "began"]
    assert Choice.objects.count() == 1
    assert len(other.read(PAGE).split("Je vroeg steun")) == 2
    assert "Nu telt er niets mee." in counting.read(PAGE)


def test_another_region_begins_anew(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY)
    counting.client.post(PAGE, {"doe": "aan", "regio": "vestingstad"})

    assert steps() == []
    assert counted_in("waalstad") == ()
    with opened(counting) as opening:
        found = choice_of(opening)
    assert found is not None
    assert found.region == "vestingstad"


def test_nobody_reads_the_choice_of_somebody_else(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY)
    other = person("wim", "Wim")

    assert "Nu telt er niets mee." in other.read(PAGE)
    assert "Week van" in counting.read(PAGE)
    assert "Week van" not in other.read(PAGE)
    assert Client().get(PAGE).status_code == 303


def test_the_choice_is_read_and_changed_in_the_opened_own_file_only(counting: Person):
    with opened(counting, Part.WISHES) as wishes, pytest.raises(NotOpened):
        choice_of(wishes)
    with opened(counting, action=Action.LOOK) as looking:
        with pytest.raises(NotOpened):
            agree(looking, "vestingstad", TODAY)
        with pytest.raises(NotOpened):
            stop(looking)
    with opened(counting) as over:
        pass
    with pytest.raises(NotOpened):
        choice_of(over)


def test_yes_and_stop_are_lines_in_the_log(sterre: Person):
    def changes() -> int:
        entries = [one for some in every_entry(sterre.journey, timezone.now()) for one in some]
        return sum(one.part is Part.OWN and one.action is Action.CHANGE for one in entries)

    before = changes()
    sterre.client.post(PAGE, YES)
    sterre.client.post(PAGE, {"doe": "uit"})

    assert changes() == before + 2


def test_its_words_are_short_and_hurt_nobody(counting: Person):
    other = person("wim", "Wim")
    for one in (counting, other):
        note(one.journey, Step.ASKED, "6", TODAY)
        html = one.read(PAGE)
        assert [told for told in sentences(html) if length(told) > WORDS["A2"]] == []
        remarks = check_text("\n".join(blocks(html)), "nl", Level.B1)
        assert [remark.said for remark in remarks if remark.kind is RemarkKind.WORD] == []


def test_a_region_that_is_not_there_is_refused(sterre: Person):
    for region in ("", "nergens"):
        answer = sterre.client.post(PAGE, {"doe": "aan", "regio": region})
        assert answer.status_code == 422
        assert "Je koos nog geen regio." in answer.content.decode()
    assert not Choice.objects.exists()


def test_the_name_differs_by_year_region_and_person(counting: Person):
    times = (("waalstad", 2026), ("waalstad", 2027), ("vestingstad", 2026))
    for region, year in times:
        trust.new_key(store._key(region, year))
    people = (counting.journey, uuid4())
    names = {store._name(one, region, year) for one in people for region, year in times}

    assert len(names) == 6


def test_no_key_and_no_file_stand_in_the_database(counting: Person):
    """Whoever has all tables, and not the keys, cannot tell whose steps these are."""
    note(counting.journey, Step.ASKED, "6", TODAY)
    event, choice = ContributedEvent.objects.get(), Choice.objects.get()
    labels = ("contributing", "trust_keys")
    fields = {
        field.name
        for label in labels
        if label in {one.label for one in apps.get_app_configs()}
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.get_fields()
    }
    known = {str(counting.journey), str(counting.account.pk), counting.journey.hex}

    assert fields == {"id", "of_person", "region", "since", "step", "about", "week"}
    assert not known & {event.of_person, str(event.id), choice.of_person, str(choice.id)}
    assert event.of_person != choice.of_person


def test_without_the_key_of_the_year_no_name_can_be_made(counting: Person):
    """Also not with all that this database holds; and what happens then does not count."""
    far = date(2000 + counting.journey.int % 7000, 6, 1)
    Choice.objects.update(since=date(1999, 1, 1))
    note(counting.journey, Step.ASKED, "6", far)
    trust.shred(store._key("waalstad", far.year))

    with pytest.raises(trust.KeyGone):
        store._name(counting.journey, "waalstad", far.year)
    note(counting.journey, Step.BEGAN, "6", far)
    assert steps() == ["asked"]


def test_erasing_takes_what_counts_with_it(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY)
    counting.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})

    assert not ContributedEvent.objects.exists()
    assert not Choice.objects.exists()


def test_closing_the_account_takes_what_counts_with_it(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY)
    counting.client.post("/mijn/rechten/weg", {"zeker": "ja"})

    assert not ContributedEvent.objects.exists()
    assert not Choice.objects.exists()


def test_an_older_copy_put_back_does_not_bring_back_what_counted(counting: Person):
    """The file was erased after the copy was made: its own key is gone by then."""
    note(counting.journey, Step.ASKED, "6", TODAY)
    other = person("wim", "Wim")
    other.client.post(PAGE, YES)
    note(other.journey, Step.ROOM, "", TODAY)
    trust.shred(counting.journey)

    assert erase_again(timezone.now()) >= 1
    assert steps() == ["room"]


def test_it_goes_along_and_is_forgotten_after_two_years(counting: Person):
    note(counting.journey, Step.ASKED, "6", TODAY)
    with opened(counting, *Part, action=Action.TAKE_ALONG) as opening:
        from ruimbaan.parts.contributing.services import counted_along

        yes, counted = counted_along(opening)
    assert [section.name for section in (yes, counted)] == ["counts", "counted"]
    assert len(yes.items) == len(counted.items) == 1
    week = ContributedEvent.objects.get().week

    assert store.forget_old(date(week.year + 2, week.month, week.day) - timedelta(days=1)) == 0
    assert store.forget_old(date(week.year + 2, week.month, week.day)) == 1
