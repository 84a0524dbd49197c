# SPDX-License-Identifier: EUPL-1.2
"""The files of the made-up people of a demo."""

from __future__ import annotations

from django.utils import timezone

from ruimbaan.parts.journey import demo
from tests.parts.own_files import Person, close_one, person, worker


def prepare(sterre: Person) -> None:
    others = {"bram": worker("bram"), "joke": worker("joke"), "riet": close_one("riet", "Oma Riet")}
    for other in others.values():
        sterre.knows(other.party)
    parties = {name: other.party for name, other in others.items()}
    for _again in range(2):
        demo.prepare({"sterre": sterre.account.pk}, parties, timezone.now())


def test_the_file_is_filled_once_and_something_is_shown():
    sterre = person()

    prepare(sterre)
    assert "Keukentafelgesprek" in sterre.read("/mijn")
    assert "Bram" in sterre.read("/mijn")
    assert "3 afspraken" in sterre.read("/mijn/alles")
    assert "Toen ik begon" in sterre.read("/mijn/ik-nu")


def test_what_somebody_changed_in_a_demo_stays():
    sterre = person()
    sterre.writes("wensen", words="Mijn eigen wens.")

    prepare(sterre)

    assert "1 wens" in sterre.read("/mijn/alles")
