# SPDX-License-Identifier: EUPL-1.2
"""The site itself: which version, whether its settings are safe, and room on its disk."""

from __future__ import annotations

import platform
import shutil
from datetime import datetime

from django.conf import settings
from django.core.checks import ERROR, WARNING, CheckMessage, run_checks

import ruimbaan
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.operating.line import Line, State, filled

VERSION = Text("Versie", "Version")
RUNS = Text("Ruimbaan {own} op Python {python}.", "Ruimbaan {own} on Python {python}.")
SETTINGS = Text("Instellingen", "Settings")
SAFE = Text("Alle controles zijn goed.", "All checks are right.")
IN_A_DEMO = Text(
    "Dit is een demo: er wordt niet op veiligheid gelet.",
    "This is a demo: nobody looks at what is safe.",
)
FAULTS = Text(
    "{errors} fout, {warnings} om naar te kijken: {codes}.",
    "{errors} wrong, {warnings} to look at: {codes}.",
)
READ_THEM = Text(
    "Lees ze met `python -m django check --deploy --database default --settings "
    "ruimbaan.project.settings`.",
    "Read them with `python -m django check --deploy --database default --settings "
    "ruimbaan.project.settings`.",
)
DISK = Text("Schijf", "Disk")
FREE = Text("{free} gigabyte vrij van {all} gigabyte.", "{free} gigabytes free of {all} gigabytes.")
MAKE_ROOM = Text(
    "Maak ruimte, of geef deze schijf meer. Is hij vol, dan wordt niets meer bewaard.",
    "Make room, or give this disk more. When it is full nothing is kept any more.",
)
GIGABYTE = 10**9
LOW, TOO_LOW = 0.10, 0.03  # share of the disk that is free
NOT_OF_SETTINGS = ("ruimbaan.W030", "ruimbaan.W040")  # these have lines of their own


def version(now: datetime) -> Line:
    told = filled(RUNS, own=ruimbaan.__version__, python=platform.python_version())
    return Line("version", VERSION, State.GOOD, told)


def safe_settings(now: datetime) -> Line:
    """What Django's checks and ours say. Their words name settings, never what is in them."""
    if settings.ENVIRONMENT.demo:
        return Line("settings", SETTINGS, State.OFF, IN_A_DEMO)
    found: list[CheckMessage] = [
        message
        for message in run_checks(include_deployment_checks=True, databases=["default"])
        if message.level >= WARNING
        and message.id not in NOT_OF_SETTINGS
        and not message.is_silenced()
    ]
    if not found:
        return Line("settings", SETTINGS, State.GOOD, SAFE)
    errors = sum(message.level >= ERROR for message in found)
    codes = ", ".join(sorted({message.id or "?" for message in found}))
    told = filled(FAULTS, errors=errors, warnings=len(found) - errors, codes=codes)
    state = State.WRONG if errors else State.LOOK
    return Line("settings", SETTINGS, state, told, READ_THEM)


def disk(now: datetime) -> Line:
    """The disk of what a running site keeps."""
    room = shutil.disk_usage(settings.ENVIRONMENT.var)
    return of_room(room.free, room.total)


def of_room(free: int, total: int) -> Line:
    """Both in bytes."""
    told = filled(FREE, free=round(free / GIGABYTE), all=round(total / GIGABYTE))
    if free >= LOW * total:
        return Line("disk", DISK, State.GOOD, told)
    state = State.LOOK if free >= TOO_LOW * total else State.WRONG
    return Line("disk", DISK, state, told, MAKE_ROOM)
