# SPDX-License-Identifier: EUPL-1.2
"""Taking in what was taken along: seen first, kept as it was, nothing live and nothing half."""

from __future__ import annotations

import io
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ruimbaan.core.journey.taken_along import NotTakenAlong, TakenAlongTooLarge, read
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey import entries, take_along
from ruimbaan.parts.journey.kinds import DOMAINS, KINDS, OF_PATH, Kind, Shape
from ruimbaan.parts.journey.queries import whole_file
from ruimbaan.parts.journey.take_along.coming import coming_parts
from ruimbaan.parts.journey.take_along.keeping import keep
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord
from ruimbaan.parts.trust.rights.documents import as_json
from ruimbaan.parts.trust.services import begin, open_file
from tests.parts.own_files import Person, person, worker
from tests.parts.test_journey_pages import FILLED

pytestmark = pytest.mark.django_db
PAGE, FILE = "/mijn/innemen", "/mijn/rechten/meenemen/bestand"
SCHEMA = Path(take_along.__file__).parent / "take-along.schema.json"


@pytest.fixture
def sterre() -> Person:
    """With something in every part, and somebody who sees a part of it."""
    sterre = person()
    for path, values in FILLED.items():
        sterre.writes(path, **values)
    sterre.client.post("/mijn/route/erbij", {"wat": "Oma bellen"})
    sterre.client.post("/mijn/route/voor-mij", {"doe": "begin", "soort": "hard"})
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    assert noor.look(sterre).status_code == 200
    return sterre


def taken(sterre: Person) -> bytes:
    answer: Any = sterre.client.get(FILE)
    return b"".join(answer.streaming_content)


def json_in(archive: bytes) -> str:
    with ZipFile(io.BytesIO(archive)) as file:
        return file.read("mijn-gegevens.json").decode()


def sends(who: Person, content: bytes) -> Any:
    return who.client.post(PAGE, {"bestand": SimpleUploadedFile("x", content)})


def keeps(who: Person, text: str, *sections: str, history: bool = False) -> Any:
    more = {"geschiedenis": "ja"} if history else {}
    return who.client.post(PAGE, {"tekst": text, "doe": "ja", "wat": sections, **more})


def words_of(who: Person) -> dict[str, Counter[str]]:
    with open_file(
        actor_for(who.account.pk), who.journey, frozenset(Part), now=timezone.now()
    ) as opening:
        return {
            kind.section: Counter(json.dumps(dict(one.values)) for one in found)
            for kind in KINDS
            if (found := entries.read(opening, kind))
        }


def test_what_is_taken_along_is_as_the_schema_says(sterre: Person):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = json.loads(json_in(taken(sterre)))

    jsonschema.validate(whole, schema)
    whole["sections"]["part.wishes"]["items"][0].pop("words")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, schema)


def test_elsewhere_it_is_shown_first_and_then_stands_there_as_it_was(sterre: Person):
    archive, elsewhere = taken(sterre), person("elders", "Sterre")
    page = sends(elsewhere, archive)

    assert page.status_code == 200
    assert "Mijn zoon weer thuis." in page.content.decode()
    assert "Noor zag je wensen, van" in page.content.decode()
    assert words_of(elsewhere) == {}

    sections = tuple(words_of(sterre))
    assert keeps(elsewhere, json_in(archive), *sections).status_code == 200
    assert words_of(elsewhere) == words_of(sterre)
    again = keeps(elsewhere, json_in(archive), *sections).content.decode()
    assert "Er zijn 0 stukken bewaard." in again
    assert words_of(elsewhere) == words_of(sterre)


def test_nothing_of_it_is_live_and_history_is_only_to_read(sterre: Person):
    archive, elsewhere = taken(sterre), person("elders", "Sterre")
    before = GrantRecord.objects.count(), Acquaintance.objects.count()

    keeps(elsewhere, json_in(archive), history=True)

    (note,) = words_of(elsewhere)["own"]
    assert list(words_of(elsewhere)) == ["own"]  # no part was chosen
    assert "Noor zag je wensen" in json.loads(note)["words"]
    assert "Noor keek 1 keer." in json.loads(note)["words"]
    assert (GrantRecord.objects.count(), Acquaintance.objects.count()) == before


def test_what_stands_here_already_stays(sterre: Person):
    text, elsewhere = json_in(taken(sterre)), person("elders", "Sterre")
    elsewhere.writes("noodkaart", helps="Bel mijn broer.")
    elsewhere.writes("wensen", words="Mijn zoon weer thuis.")

    page = keeps(elsewhere, text, "emergency_card", "wishes").content.decode()

    assert "2 stukken stonden hier al." in page
    assert '{"helps": "Bel mijn broer."}' in words_of(elsewhere)["emergency_card"]
    assert words_of(elsewhere)["wishes"].total() == 1


def zipped(*files: tuple[str, bytes]) -> bytes:
    found = io.BytesIO()
    with ZipFile(found, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return found.getvalue()


BAD = {
    "nothing": (b"", NotTakenAlong),
    "no file of ours": (b"\xff\xfe\x00", NotTakenAlong),
    "a broken zip": (b"PK\x03\x04niets", NotTakenAlong),
    "a zip without it": (zipped(("a.html", b"x")), NotTakenAlong),
    "a zip with two": (zipped(("a.json", b"{}"), ("b.json", b"{}")), NotTakenAlong),
    "a bomb": (zipped(("a.json", b" " * 50_000_000)), TakenAlongTooLarge),
    "far too large": (b" " * 2_400_001, TakenAlongTooLarge),
    "too deep": (b"[" * 1_000_000, NotTakenAlong),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_gets_a_reason_and_nothing_is_kept(bad: str):
    elsewhere = person("elders", "Sterre")
    content, error = BAD[bad]

    answer = sends(elsewhere, content)

    assert (answer.status_code, error.cause.nl in answer.content.decode()) == (422, True)
    assert words_of(elsewhere) == {}


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("part.wishes", "words", "x" * 4_001),
        ("part.wishes", "words", "\ud800"),
        ("part.wishes", "words", 7),
        ("part.wishes", "id", "geen nummer"),
        ("part.wishes", "written", "0001-01-01T00:00:00+14:00"),
        ("part.appointments", "day", "12 maart"),
        ("part.appointments", "day", "9000-01-02"),
        ("part.appointments", "answer", "misschien"),
        ("part.me_now", "domain", "XXX"),
        ("part.route", "route", "{}"),
    ],
)
def test_one_wrong_entry_and_nothing_of_it_is_kept(
    sterre: Person, section: str, name: str, value: object
):
    whole = json.loads(json_in(taken(sterre)))
    whole["sections"][section]["items"][0][name] = value
    elsewhere = person("elders", "Sterre")

    answer = keeps(elsewhere, json.dumps(whole), *words_of(sterre))

    assert (answer.status_code, "iets dat hier niet past" in answer.content.decode()) == (422, True)
    assert words_of(elsewhere) == {}


SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
VALUES = {
    Shape.LINE: st.text(SIGNS, min_size=1, max_size=40),
    Shape.WORDS: st.text(SIGNS, min_size=1, max_size=200),
    Shape.DAY: st.dates(date(1900, 1, 1), LAST_DAY).map(str),
    Shape.TIME: st.times().map(lambda at: f"{at:%H:%M}"),
    Shape.DOMAIN: st.sampled_from(sorted(DOMAINS)),
}


def filled(kind: Kind) -> st.SearchStrategy[dict[str, str]]:
    fields = {
        field.name: VALUES[field.shape].filter(str.strip)
        for field in kind.fields
        if field.shape in VALUES
    }
    must = {name: fields.pop(name) for name in list(fields) if _must(kind, name)}
    return st.fixed_dictionaries(must, optional=fields)


def _must(kind: Kind, name: str) -> bool:
    return next(field.must for field in kind.fields if field.name == name)


@st.composite
def files(draw: st.DrawFn) -> list[tuple[Kind, dict[str, str]]]:
    kinds = draw(st.lists(st.sampled_from(sorted(OF_PATH)), max_size=6))
    kinds = [path for n, path in enumerate(kinds) if not (_single(path) and path in kinds[:n])]
    found = [(OF_PATH[path], draw(filled(OF_PATH[path]))) for path in kinds]
    return [(kind, values) for kind, values in found if values]


def _single(path: str) -> bool:
    return OF_PATH[path].single


@given(written=files())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trip_every_sign_comes_back_and_again_adds_nothing(
    written: list[tuple[Kind, dict[str, str]]],
):
    here, there = (_new_file() for _ in range(2))
    now = timezone.now()
    with open_file(here[0], here[1], frozenset(Part), action=Action.CHANGE, now=now) as opening:
        for kind, values in written:
            entries.add(opening, kind, uuid4(), values, now)
        text = "".join(as_json(whole_file(opening), (), now))

    for _again in range(2):
        with open_file(
            there[0], there[1], frozenset(Part), action=Action.CHANGE, now=now
        ) as opening:
            keep(opening, coming_parts(read(text)), (), now)
            found = Counter(
                (kind.path, json.dumps(dict(one.values), sort_keys=True))
                for kind in KINDS
                for one in entries.read(opening, kind)
            )
        assert found == Counter(
            (kind.path, json.dumps(values, sort_keys=True)) for kind, values in written
        )


def _new_file() -> tuple[Any, Any]:
    account = Account.objects.create_account(f"iemand-{uuid4().hex[:10]}")
    return actor_for(account.pk), begin(account.pk, timezone.now())
