# SPDX-License-Identifier: EUPL-1.2
"""A list that a region holds a licence for: refused when it is not in order, offered while it holds,
and never counted. The list is made up."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import yaml
from django.conf import LazySettings
from django.utils import timezone

from ruimbaan.integrations.instruments.loading import ListInvalid, ListUnreadable
from ruimbaan.parts.journey.now.licensed import ListUnknown, in_force, load, loaded, remove
from tests.parts.own_files import Person, person
from tests.parts.reading import sentences

NOW = "/mijn/ik-nu"
PAGE = f"{NOW}/lijst/weekvragen"
TODAY = timezone.localdate()
LIST: dict[str, object] = {
    "id": "weekvragen",
    "name": "Weekvragen van Voorbeeldstad",
    "holder": "© 2026 Stichting Voorbeeld",
    "licence": "Voorbeeldstad mag deze vragen voorleggen. Brief van 3 maart 2026.",
    "source": "https://example.org/weekvragen",
    "language": "nl",
    "domain": "WON",
    "from": "2026-03-03",
    "until": (TODAY + timedelta(days=30)).isoformat(),
    "questions": ["Had je deze week rust in huis?", "Was er iemand die naar je luisterde?"],
    "answers": ["Ja", "Soms", "Nee"],
}


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, var=tmp_path / "var")
    return tmp_path


def written(folder: Path, **other: object) -> Path:
    path = folder / "list.yaml"
    kept = {name: value for name, value in (LIST | other).items() if value is not None}
    path.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("other", "where"),
    [
        ({"score": {"Ja": 2}}, "-"),
        ({"questions": [{"text": "Vraag", "weight": 2}]}, "questions/0"),
        ({"licence": None}, "-"),
        ({"licence": "ja"}, "licence"),
        ({"holder": None}, "-"),
        ({"answers": ["Ja"]}, "answers"),
        ({"questions": []}, "questions"),
        ({"questions": [f"{n}{'x' * 190}" for n in range(30)]}, "questions"),
        ({"id": "../weg"}, "id"),
        ({"domain": "XXX"}, "domain"),
        ({"from": "2026-02-30"}, "from"),
        ({"until": "2020-01-01"}, "until"),
        ({"source": "javascript:alert(1)"}, "source"),
    ],
)
def test_a_list_that_is_not_in_order_is_refused_whole_and_the_place_is_said(
    own_folder: Path, other: dict[str, object], where: str
):
    with pytest.raises(ListInvalid) as refused:
        load(written(own_folder, **other))

    assert refused.value.details["where"] == where
    assert loaded() == ()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: [", b"x" * 200_000])
def test_what_is_no_list_at_all_is_said(own_folder: Path, content: bytes):
    path = own_folder / "list.yaml"
    path.write_bytes(content)

    with pytest.raises(ListUnreadable):
        load(path)
    with pytest.raises(ListUnreadable):
        load(own_folder / "nothing.yaml")


def test_json_is_fine_too_and_the_same_id_takes_the_place_of_the_earlier(own_folder: Path):
    load(written(own_folder))
    path = own_folder / "list.json"
    path.write_text(json.dumps(LIST | {"name": "Een nieuwe naam"}), encoding="utf-8")

    load(path)

    assert [one.name for one in loaded()] == ["Een nieuwe naam"]
    remove("weekvragen")
    assert loaded() == ()
    with pytest.raises(ListUnknown):
        remove("weekvragen")


def test_it_is_offered_on_the_days_of_its_licence_and_on_no_other(own_folder: Path):
    first, last = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    load(written(own_folder, **{"from": first.isoformat(), "until": last.isoformat()}))

    offered = [bool(in_force(TODAY + timedelta(days=days))) for days in (-2, -1, 0, 1, 2)]

    assert offered == [False, True, True, True, False]


def test_a_file_that_was_broken_by_hand_takes_no_page_down(own_folder: Path):
    load(written(own_folder))
    (own_folder / "var" / "instruments" / "other.yaml").write_text("a: [", encoding="utf-8")

    assert [one.id for one in loaded()] == ["weekvragen"]


@pytest.fixture
def sterre(db: None) -> Person:
    return person()


def test_it_stands_at_me_now_under_its_own_name_with_its_licence(own_folder: Path, sterre: Person):
    assert sterre.client.get(PAGE)["Location"] == NOW
    assert "Vragen van anderen" not in sterre.read(NOW)
    load(written(own_folder))

    page = sterre.read(PAGE)

    assert f'href="{PAGE}"' in sterre.read(NOW)
    for said in ("name", "holder", "licence", "source"):
        assert str(LIST[said]) in page
    assert page.count("Liever niet") == 2
    assert [one for one in sentences(page) if len(one.split()) > 12] == []


def test_answers_become_a_note_in_words_and_no_number(own_folder: Path, sterre: Person):
    load(written(own_folder))
    form = str(uuid4())
    sent = {"form": form, "vraag-1": "1", "vraag-2": "liever-niet"}

    for _twice in range(2):
        assert sterre.client.post(PAGE, sent)["Location"] == NOW

    page = sterre.read(NOW)
    assert page.count("Had je deze week rust in huis?") == 1
    assert "Soms" in page
    assert "naar je luisterde" not in page
    remove("weekvragen")
    assert "Had je deze week rust in huis?" in sterre.read(NOW)


def test_nothing_answered_keeps_nothing_and_another_answer_is_refused(
    own_folder: Path, sterre: Person
):
    load(written(own_folder))

    sterre.client.post(PAGE, {"form": str(uuid4()), "vraag-1": "liever-niet"})
    refused = sterre.client.post(PAGE, {"form": str(uuid4()), "vraag-1": "7"})

    assert refused.status_code == 422
    assert "rust in huis" not in sterre.read(NOW)
