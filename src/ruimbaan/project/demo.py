# SPDX-License-Identifier: EUPL-1.2
"""A demo is one command on one machine: it makes its own database, its style sheet and pictures,
puts the made-up regions on the map, lets made-up people in, and fills
their files."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from ruimbaan.parts.accounts import demo as people
from ruimbaan.parts.advice import demo as advised
from ruimbaan.parts.directory.geography import services as geography
from ruimbaan.parts.directory.queries import list_names
from ruimbaan.parts.directory.services import fill_from_files
from ruimbaan.parts.discretion.agreeing import demo as agreed
from ruimbaan.parts.discretion.asking import demo as asked
from ruimbaan.parts.frictions import demo as chafes
from ruimbaan.parts.handoff import demo as handoffs
from ruimbaan.parts.insight import demo as figures
from ruimbaan.parts.journey import demo as files
from ruimbaan.parts.storybook.desk import demo as stories
from ruimbaan.parts.surroundings import demo as helped

READY_IN = "RUIMBAAN_DEMO_READY_IN"  # what the processes inherit that serve it together


def prepare() -> None:
    """All that a demo needs; what is there already is left as it is. One process does it for all that
    come from it: two at once would take each other's style sheet away."""
    here = str(settings.ENVIRONMENT.var)
    if os.environ.get(READY_IN) != here:
        _prepare()
        os.environ[READY_IN] = here


def _prepare() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    for region in list_names():
        fill_from_files(region, timezone.now())
        geography.fill_from_files(region, timezone.now())
    people.prepare(timezone.now())
    accounts = {persona.name: persona.id for persona in people.PERSONAS}
    parties = {persona.name: people.party_of(persona) for persona in people.PERSONAS}
    files.prepare(accounts, parties, timezone.now())
    handoffs.prepare(accounts, parties, timezone.now())
    agreed.prepare(timezone.now())
    asked.prepare(accounts, timezone.now())
    stories.prepare(accounts, timezone.now())
    chafes.prepare(timezone.now())
    figures.prepare()
    advised.prepare(timezone.now())
    helped.prepare()
    if not settings.DEBUG:
        call_command("collectstatic", interactive=False, verbosity=0)
