# SPDX-License-Identifier: EUPL-1.2
"""Het verhaal van Sterre: 300 dagen, gebeurtenis na gebeurtenis uit `tests/data/journeys.csv`.

Alles gaat over de pagina's van het product zelf, in een echte browser, op een telefoon. Na wat er
verandert kijken we bij iedereen na: ziet die precies wat Sterre wilde, en niets anders?
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser

from tests.e2e.serving import serve
from tests.e2e.stage import Stage
from tests.e2e.sterre_scenes import Story
from tests.e2e.sterre_scenes_later import SCENES
from tests.journeys import DAY_0, events_of


@contextmanager
def telling(browser: Browser, neutral_site: str, folder: Path, *, script: bool) -> Iterator[Story]:
    """A site of its own on the day it begins, and a phone, with scripts or without. It is made an hour
    before: who works somewhere does so from the moment on which it was made."""
    begin = {"MOVED_CLOCK_BEGIN": (DAY_0 - timedelta(hours=1)).isoformat()}
    with serve(folder, neutral_site, "tests.e2e.moved_clock:application", begin) as site:
        stage = Stage(site, browser, script)
        yield Story(stage)
        stage.close()


def play(story: Story) -> None:
    """Each line of the file, on its day."""
    events = events_of("sterre")
    assert list(SCENES) == [event.id for event in events]
    for event in events:
        if event.day != story.day or event is events[0]:
            story.it_is_day(event.day)
        SCENES[event.id](story, event)
