# SPDX-License-Identifier: EUPL-1.2
"""Het verhaal van Sterre: 300 dagen, gebeurtenis na gebeurtenis uit `tests/data/journeys.csv`.

Alles gaat over de pagina's van het product zelf, in een echte browser, op een telefoon. Na wat er
verandert kijken we bij iedereen na: ziet die precies wat Sterre wilde, en niets anders?
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e.serving import serve
from tests.e2e.stage import Stage
from tests.e2e.sterre_scenes import Story
from tests.e2e.sterre_scenes_later import SCENES
from tests.journeys import DAY_0, events_of


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def story(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    neutral_site: str,
    browser: Browser,
) -> Iterator[Story]:
    begin = {"MOVED_CLOCK_BEGIN": DAY_0.isoformat()}
    folder = tmp_path_factory.mktemp("story")
    with serve(folder, neutral_site, "tests.e2e.moved_clock:application", begin) as site:
        stage = Stage(site, browser, request.param)
        yield Story(stage)
        stage.close()


def test_het_verhaal_van_sterre(story: Story):
    events = events_of("sterre")
    assert list(SCENES) == [event.id for event in events]
    for event in events:
        if event.day != story.day or event is events[0]:
            story.it_is_day(event.day)
        SCENES[event.id](story, event)
