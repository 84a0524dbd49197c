# SPDX-License-Identifier: EUPL-1.2
"""What must be there on the day that something goes wrong: backup, anchors of the log, keys."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.operating.line import Line, State, filled
from ruimbaan.parts.trust.queries import (
    ANCHORS_AT_MOST,
    BACKUP_AT_MOST,
    RETENTION_AT_MOST,
    cannot_be_written,
    has_places,
    key_status,
    last_backup,
    last_retention,
    log_without_anchor,
)

BACKUP = Text("Reservekopie", "Backup")
NO_BACKUP = Text("Er is nog geen reservekopie.", "There is no backup yet.")
NOT_IN_A_DEMO = Text("Een demo heeft die niet nodig.", "A demo needs none.")
BACKUP_OF = Text("De laatste is {hours} uur oud.", "The last one is {hours} hours old.")
MAKE_ONE = Text(
    "Draai elke nacht `ruimbaan backup MAP`, en zet hem eens per kwartaal terug om te oefenen.",
    "Run `ruimbaan backup FOLDER` every night, and put one back every quarter to practise.",
)
ANCHORS = Text("Ankers van het logboek", "Anchors of the log")
NOBODY_KEEPS = Text("Niemand anders bewaart de ankers.", "Nobody else keeps the anchors.")
ALL_KEPT = Text("Elke regel staat in een anker.", "Every row stands in an anchor.")
SOME_WAIT = Text(
    "De oudste regel zonder anker is {minutes} minuten oud.",
    "The oldest row without an anchor is {minutes} minutes old.",
)
SHUT = Text(
    "In {count} bestand(en) voor ankers kan niet geschreven worden.",
    "{count} file(s) for anchors cannot be written.",
)
GIVE_THEM = Text(
    "Zet RUIMBAAN_ANCHOR_FILES of RUIMBAAN_ANCHOR_MAIL, en kijk of daar geschreven mag worden.",
    "Set RUIMBAAN_ANCHOR_FILES or RUIMBAAN_ANCHOR_MAIL, and see whether one may write there.",
)
RETENTION = Text("Bewaartermijnen", "Retention terms")
NEVER_REMOVED = Text(
    "Wat over zijn termijn is, werd hier nog niet weggehaald.",
    "What is past its term was not removed here yet.",
)
REMOVED = Text("{hours} uur geleden weggehaald.", "Removed {hours} hours ago.")
REMOVE = Text(
    "Draai elke dag `ruimbaan retention run --really`. Lukt dat niet op PostgreSQL? Draai dan ook "
    "elke dag `ruimbaan audit prune`, met RUIMBAAN_DATABASE_OWNER.",
    "Run `ruimbaan retention run --really` every day. If that fails on PostgreSQL, run "
    "`ruimbaan audit prune` every day too, with RUIMBAAN_DATABASE_OWNER.",
)
KEYS = Text("Sleutels", "Keys")
WRAPPED = Text(
    "Alle sleutels zijn van de nieuwste hoofdsleutel.",
    "All keys are under the newest master key.",
)
OLDER = Text(
    "Een deel van de sleutels is van een oudere hoofdsleutel.",
    "Some of the keys are under an older master key.",
)
ROTATE = Text("Draai `ruimbaan keys rotate`.", "Run `ruimbaan keys rotate`.")


def backup(now: datetime) -> Line:
    last = last_backup()
    if last is None and settings.ENVIRONMENT.demo:
        return Line("backup", BACKUP, State.OFF, NOT_IN_A_DEMO)
    if last is None:
        return Line("backup", BACKUP, State.WRONG, NO_BACKUP, MAKE_ONE)
    told = filled(BACKUP_OF, hours=round((now - last) / timedelta(hours=1)))
    if now - last <= BACKUP_AT_MOST:
        return Line("backup", BACKUP, State.GOOD, told)
    return Line("backup", BACKUP, State.WRONG, told, MAKE_ONE)


def anchors(now: datetime) -> Line:
    if not has_places():
        state = State.OFF if settings.ENVIRONMENT.demo else State.WRONG
        return Line("anchors", ANCHORS, state, NOBODY_KEEPS, GIVE_THEM)
    if shut := cannot_be_written():
        return Line("anchors", ANCHORS, State.WRONG, filled(SHUT, count=len(shut)), GIVE_THEM)
    oldest = log_without_anchor()
    if oldest is None:
        return Line("anchors", ANCHORS, State.GOOD, ALL_KEPT)
    told = filled(SOME_WAIT, minutes=int((now - oldest) / timedelta(minutes=1)))
    if now - oldest <= ANCHORS_AT_MOST:
        return Line("anchors", ANCHORS, State.GOOD, told)
    return Line("anchors", ANCHORS, State.WRONG, told, GIVE_THEM)


def retention(now: datetime) -> Line:
    last = last_retention()
    if last is None:
        state = State.OFF if settings.ENVIRONMENT.demo else State.LOOK
        return Line("retention", RETENTION, state, NEVER_REMOVED, REMOVE)
    told = filled(REMOVED, hours=round((now - last) / timedelta(hours=1)))
    state = State.GOOD if now - last <= RETENTION_AT_MOST else State.WRONG
    return Line("retention", RETENTION, state, told, REMOVE)


def keys(now: datetime) -> Line:
    """Never how many: that is how many people have a file."""
    if key_status().waiting:
        return Line("keys", KEYS, State.LOOK, OLDER, ROTATE)
    return Line("keys", KEYS, State.GOOD, WRAPPED)
