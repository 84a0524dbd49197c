# SPDX-License-Identifier: EUPL-1.2
"""Nothing that is answered in the Routecheck, and nothing that somebody looks for, stays behind: not
in a log, an address, the database, a file, a header or the report of an error. A full run on the real
server, and then we look."""

from __future__ import annotations

import json
import re
import sqlite3
import urllib.parse
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from django.test import Client, RequestFactory
from django.urls import URLResolver, get_resolver
from django.views.debug import ExceptionReporter

from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.journey.answers import Answers
from ruimbaan.integrations.directory import records_of_region
from ruimbaan.integrations.regions import list_regions
from ruimbaan.parts.routecheck.travelling import pack
from tests.security.running_site import Site, running

WORDS = "Zeldzaamwoord over mijn zoon"
ANSWERS = Answers(
    {
        "goals": ("own-door", "child-closer"),
        "when-own-door": ("before-date",),
        "sleep": ("home-at-risk",),
        "address": ("postal-address",),
        "region": ("waalstad",),
        "debts": ("wants-administrator",),
        "treatment": ("sent-back-forth",),
        "justice": ("ordered-care",),
    },
    {"when-own-door": date(2027, 6, 23), "justice": date(2027, 8, 11)},
    WORDS,
)
FAILING = Answers({**ANSWERS.chosen, "region": ("vestingstad",)}, ANSWERS.days, WORDS)
# What nobody would write by chance: own words, codes of answers, days, and facts that follow.
MARKS = (
    *("Zeldzaamwoord", "mijn zoon", "home-at-risk", "postal-address", "wants-administrator"),
    *("sent-back-forth", "ordered-care", "2027-06-23", "2027-08-11", "2027, 6, 23"),
    *("comorbiditeit", "forensische-indicatie", "own-door", "child-closer"),
    *("Zeldzaamdorp", "Zeldzaamwijk", "9876 ZQ", "9876ZQ", "Zeldzaams"),
    *("zeldzaamwoord", "zeldzaamdorp", "zeldzaamwijk", "9876 zq", "9876zq", "zeldzaams"),
)
# What somebody looks for: words, near where, in which language; on the map from a district or postcode.
LOOKED_FOR = (
    ("/steun/waalstad", {"zoek": WORDS}),
    ("/steun/waalstad", {"zoek": "ik slaap op de bank, zeldzaamwoord", "gratis": "1"}),
    ("/steun/waalstad", {"bij": "Zeldzaamdorp", "zoek": "Zeldzaamwoord"}),
    ("/steun/waalstad", {"taal": "Zeldzaams"}),
    ("/steun/waalstad", {"taal": "Zeldzaams" * 20}),
    ("/en/steun/waalstad", {"zoek": WORDS, "bij": "9876 ZQ"}),
    ("/steun/waalstad/kaart", {"wijk": "Zeldzaamwijk"}),
    ("/steun/waalstad/kaart", {"postcode": "9876 ZQ"}),
    ("/en/steun/waalstad/kaart", {"postcode": "9876ZQ", "wijk": "Zeldzaamwijk"}),
    ("/regels", {"zoek": WORDS}),
)
PATHS = ("vraag", "route", "papier", "bewaren")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site")) as started:
        yield started


@pytest.fixture(scope="module")
def after_a_full_run(site: Site) -> Site:
    """Every form of the Routecheck was sent, rightly and wrongly, and one of them failed; support,
    its map and the rules were searched in; it was asked what one may."""
    field = pack_by(site)
    typed = {"answers": field, "page": "goals", "q-goals": "own-door", "own-words": WORDS}
    site.post("vraag", typed)
    site.post("vraag", {**typed, "q-goals": "home-at-risk"})
    site.post("vraag", {"answers": "broken", "page": "sleep", "q-sleep": "home-at-risk"})
    for path in PATHS:
        site.post(path, {"answers": field, "words": "1", "weg": "0"})
    kept = site.post("bewaren", {"answers": field, "words": "1"})
    site.upload(kept.encode())
    site.upload(kept.encode() + b" " * 100_000)
    for path, asked in LOOKED_FOR:
        site.found.append(site.look_for(path, asked))
    assert "Zeldzaamwoord" in site.may_i({"vraag": WORDS, "wie": "worker", "regio": "waalstad"})
    site.may_i({"kies": "plek-na-terugval", "vraag": "Zeldzaamwoord en een bed", "was": "hond"})
    failed = site.post("route", {"answers": pack_by(site, FAILING)})
    assert "Er ging bij ons iets mis" in failed
    assert [status for status, _ in site.sent].count(500) == 1
    return site


def pack_by(site: Site, answers: Answers = ANSWERS) -> str:
    """The field as this site signs it: by its own key."""
    content = {
        "soort": "ruimbaan-routecheck",
        "versie": 1,
        "antwoorden": [
            {"code": name, "keuzes": list(options)}
            | ({"dag": answers.days[name].isoformat()} if name in answers.days else {})
            for name, options in answers.chosen.items()
        ],
        "eigen_woorden": answers.own_words,
    }
    html = site.upload(json.dumps(content).encode())
    found = re.search(r'name="answers" value="([^"]+)"', html)
    assert found, html
    return found[1]


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


def test_the_marks_are_seen_where_they_are(after_a_full_run: Site):
    """This test can fail: the pages that went to the reader do hold them."""
    html = after_a_full_run.post("vraag", {"answers": pack_by(after_a_full_run), "go": "check"})

    assert "Zeldzaamwoord" in html
    assert marks_in(f"{ANSWERS.chosen} {ANSWERS.days} {WORDS}")
    for page, (_, asked) in zip(after_a_full_run.found, LOOKED_FOR, strict=True):
        assert marks_in(page) == marks_in(page + str(asked)) != [], asked


def test_the_log_names_the_error_and_no_answer(after_a_full_run: Site):
    log = after_a_full_run.log.read_text(encoding="utf-8")

    assert "Internal Server Error: /routecheck/route" in log
    assert "failing_site.py" in log
    assert "ValueError" in log
    assert "POST /routecheck/vraag" in log  # the server's own log of requests is on
    assert log.count("GET /steun/waalstad ") == 5
    assert log.count("GET /en/steun/waalstad ") == 1
    assert log.count("GET /steun/waalstad/kaart ") == 2
    assert "GET /regels" in log
    assert marks_in(log) == []


def test_no_travelling_field_is_in_the_log(after_a_full_run: Site):
    fields = {pack_by(after_a_full_run), pack_by(after_a_full_run, FAILING)}
    log = after_a_full_run.log.read_text(encoding="utf-8")

    assert [one for one in fields if one.split(":")[0][:40] in log] == []


def every_record() -> Iterator[Record]:
    for region in list_regions():
        yield from records_of_region(region)


def test_no_file_holds_an_answer_and_nothing_was_put_aside(after_a_full_run: Site):
    files = [path for path in after_a_full_run.folder.rglob("*") if path.is_file()]
    found = {str(path): marks_in(path.read_bytes().decode(errors="replace")) for path in files}

    assert after_a_full_run.log in files
    on_the_map = set(marks_in(str([record.values for record in every_record()])))
    assert "Zeldzaamwoord" not in on_the_map
    for path in found:
        if "ruimbaan.sqlite3" in path:  # what places ask for is known to everybody
            found[path] = [mark for mark in found[path] if mark not in on_the_map]
    assert {path: marks for path, marks in found.items() if marks} == {}
    assert [path for path in files if path.parent.name == "tmp"] == []


def test_what_is_missed_is_counted_by_our_own_topics_only(after_a_full_run: Site):
    """The one thing that is kept of a search without a result: no word that somebody typed."""
    path = after_a_full_run.folder / "var" / "ruimbaan.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        gaps = database.execute("SELECT * FROM directory_search_gap").fetchall()
        columns = database.execute("PRAGMA table_info(directory_search_gap)").fetchall()

    assert [column[1] for column in columns] == ["id", "region", "week", "topic", "count"]
    assert {row[1] for row in gaps} == {"waalstad"}
    topics = {row[3]: row[4] for row in gaps}
    assert topics["unknown"] >= 1
    assert topics["filter:language"] == 2
    ours = ("need:", "word:", "filter:")
    assert [name for name in topics if name != "unknown" and not name.startswith(ours)] == []
    assert marks_in(str(gaps)) == []


def test_a_search_leads_nowhere_else_with_its_words(after_a_full_run: Site):
    """Another site learns nothing: no link, form or picture that leads there holds what was typed."""
    elsewhere = [
        link
        for page in after_a_full_run.found
        for link in re.findall(r'(?:href|src|action|content)="((?:https?:)?//[^"]*)"', page)
    ]

    assert marks_in(urllib.parse.unquote_plus(" ".join(elsewhere))) == []


def test_no_header_holds_an_answer_or_lets_anyone_keep_one(after_a_full_run: Site):
    for status, headers in after_a_full_run.sent:
        assert headers["cache-control"] == "no-store", status
        assert headers["referrer-policy"] == "same-origin"
        assert {"set-cookie", "etag", "location"} & set(headers) == set()
        assert marks_in(str(headers)) == []


def test_no_address_can_hold_an_answer():
    ours = [path for path in addresses(get_resolver()) if path.startswith("routecheck")]

    assert len(ours) == 16
    assert {path for path in ours if "<" in path} == {
        "routecheck/voorbeeld/<slug:person>",
        "routecheck/voorbeeld/<slug:person>/kaart",
        "routecheck/voorbeeld/<slug:person>/papier",
        "routecheck/voorbeeld/<slug:person>/vergelijk",
        "routecheck/voorbeeld/<slug:person>/waarom",
    }


def addresses(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern)
        else:
            yield str(pattern.pattern)


@pytest.mark.parametrize("path", PATHS)
def test_a_question_mark_in_the_address_changes_nothing(client: Client, path: str):
    """Answers are read from a form only."""
    found = client.get(f"/routecheck/{path}", {"answers": pack(ANSWERS), "q-sleep": "home-at-risk"})
    page = found.content.decode().split("<main")[1]

    assert "Hier begin je opnieuw." in page
    assert marks_in(page) == []


def test_the_report_of_an_error_hides_every_value():
    request = RequestFactory().post("/routecheck/vraag", {"own-words": WORDS, "answers": "x"})
    try:
        hidden = dict(ANSWERS.chosen)
        raise RuntimeError("wrong somewhere")
    except RuntimeError as error:
        reporter = ExceptionReporter(request, type(error), error, error.__traceback__)

    for report in (reporter.get_traceback_html(), reporter.get_traceback_text()):
        assert "wrong somewhere" in report
        assert "own-words" in report  # the name of a field is no answer
        assert "Zeldzaamwoord" not in report
        values = re.sub(r"(?s)<div class=.context.*?</div>", "", report)
        assert [mark for mark in hidden["goals"] if mark in values] == []
