# SPDX-License-Identifier: EUPL-1.2
"""What if this rule gave more room here?: what the planner says now, and an honest nothing."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from django.test import Client

from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.storybook import what_if
from ruimbaan.parts.storybook.queries import find_book
from tests.parts.reading import length, sentences

SECTION = re.compile(r'<section class="rb-book-whatif".*?</section>', re.DOTALL)
MOST_SECONDS = 0.3


def section(client: Client, path: str) -> str:
    found = SECTION.search(client.get(path).content.decode())
    assert found
    return found[0]


def block(number: int):
    book = find_book()
    assert book
    return next(one for one in book.blocks if one.number == number)


def test_a_block_tells_what_its_rules_would_bring_and_who_may_say_yes(client: Client):
    html = section(client, "/boek/bouwsteen/1")

    (sterre,) = (one for one in what_if.tried(block(1)) if one.name == "sterre")
    (first,) = (one for one in sterre.rules if one.rule.id == "R01")
    won = {gain.goal: gain.days_won for gain in first.gains}
    assert won["begeleiding"]
    assert f"Begeleiding thuis: {won['begeleiding']} dagen eerder" in html
    assert "Ja zeggen kan:" in html
    assert 'class="rb-twin"' in html
    assert "niemand hier; alleen wie de regel maakt" in html  # R03 is law


def test_a_deadlock_that_one_rule_does_not_open_says_so_and_what_does(client: Client):
    html = section(client, "/boek/bouwsteen/4")

    assert "Alleen meer ruimte in R36 verandert hier niets." in html
    opens = html.partition("Wat hier wel helpt, samen:")[2].partition("rb-twin")[0]
    assert re.findall(r">([RH]\d{2})</a>", opens)[:2] == ["H05", "R36"]
    assert "Eigen kamer: nu lukt dit niet, dan wel op dag" in opens


@pytest.mark.parametrize("number", range(1, 16))
def test_every_block_has_its_answer_in_both_languages(client: Client, number: int):
    for path, nothing in (("/boek", "verandert hier niets"), ("/en/boek", "changes nothing here")):
        html = section(client, f"{path}/bouwsteen/{number}")
        says = {"who": "rb-book-whom" in html, "what": nothing in html or "<dd>" in html}
        assert says == {"who": True, "what": True}
        assert [one for one in sentences(html) if length(one) > 25] == []


def test_another_wait_on_the_map_gives_another_answer(monkeypatch: pytest.MonkeyPatch):
    """Nothing is a hard-coded figure: with the desk of Karim's address two weeks faster, so is he."""
    before = what_if.tried(block(3))
    regions = dict(list_regions())
    there = regions["grachtstad"]
    faster = {
        name: replace(one, wait=replace(one.wait, days=0))
        for name, one in there.world.services.items()
    }
    world = replace(there.world, services=faster, digest="another-world")
    regions["grachtstad"] = replace(there, world=world)
    monkeypatch.setattr(what_if, "regions_here", lambda: regions)

    after = what_if.tried(block(3))

    assert [one for one in after if one.region.id == "grachtstad"] != [
        one for one in before if one.region.id == "grachtstad"
    ]
    assert [one for one in after if one.region.id == "waalstad"] == [
        one for one in before if one.region.id == "waalstad"
    ]


def test_without_anybody_made_up_the_page_says_so(client: Client, monkeypatch: pytest.MonkeyPatch):
    empty = {name: replace(one, people={}, cases={}) for name, one in list_regions().items()}
    monkeypatch.setattr(what_if, "regions_here", lambda: empty)

    assert "nog niemand om mee te rekenen" in section(client, "/boek/bouwsteen/3")


def test_the_same_world_is_asked_once(client: Client):
    section(client, "/boek/bouwsteen/3")
    asked = what_if._tried.cache_info().misses
    begin = time.process_time()

    section(client, "/boek/bouwsteen/3")

    assert what_if._tried.cache_info().misses == asked
    assert time.process_time() - begin < MOST_SECONDS
