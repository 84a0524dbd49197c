# SPDX-License-Identifier: EUPL-1.2
"""The regions as their files say, for tests that need no database."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.regions import list_regions, load_region
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.routecheck.queries import QUESTIONS


@cache
def regions() -> Mapping[str, Region]:
    loaded = {name: load_region(name) for name in list_regions()}
    return {
        name: Region(
            name,
            Text(one.world.title),
            one.world,
            {person: one.situations[person] for person in one.persons},
        )
        for name, one in loaded.items()
    }


@cache
def questionnaire() -> Questionnaire:
    return load_questionnaire(QUESTIONS, {region.id: region.title for region in regions().values()})
