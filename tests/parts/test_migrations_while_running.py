# SPDX-License-Identifier: EUPL-1.2
"""A new version makes its tables while the one before still runs, and may be taken back: a migration
only adds. What is taken away says since which release nothing reads it any more (`unused_since`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

import ruimbaan
from tools.paths import ROOT

BEFORE_THE_FIRST_RELEASE = frozenset(
    (ROOT / "tests" / "data" / "migrations_of_0_1_0.txt").read_text(encoding="utf-8").split()
)
TAKES_AWAY = (
    migrations.RemoveField,
    migrations.RenameField,
    migrations.DeleteModel,
    migrations.RenameModel,
    migrations.AlterModelTable,
    migrations.RemoveConstraint,
)
RELEASE = re.compile(r"\d+(?:\.\d+)*")


def dangers(migration: migrations.Migration, running: str) -> Iterator[str]:
    """What the version before could not live with, while this migration is made or after it.
    `running`: the version that brings it."""
    since = getattr(migration, "unused_since", "")
    may_take_away = bool(RELEASE.fullmatch(since)) and _number(since) < _number(running)
    for operation in _all(migration.operations):
        told = operation.describe()
        if isinstance(operation, TAKES_AWAY) and not may_take_away:
            yield f"{told}: the version before still uses it; say unused_since"
        elif isinstance(operation, migrations.AddField) and _must_be_given(operation.field):
            yield f"{told}: the version before writes no value; null, or db_default"
        elif isinstance(operation, migrations.AlterField) and not may_take_away:
            yield f"{told}: the table is locked or narrowed; add a new column, or say unused_since"
        elif not operation.reversible:
            yield f"{told}: no way back"


def _all(operations: Sequence[Operation]) -> Iterator[Operation]:
    for one in operations:
        if isinstance(one, migrations.SeparateDatabaseAndState):
            yield from _all(one.database_operations)
        else:
            yield one


def _must_be_given(field: models.Field[object, object]) -> bool:
    if isinstance(field, models.ManyToManyField):  # a table of its own
        return False
    return not field.null and field.db_default is models.NOT_PROVIDED


def _number(release: str) -> tuple[int, ...]:
    return tuple(int(one) for one in RELEASE.findall(release)[0].split("."))


def ours() -> dict[str, migrations.Migration]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {
        f"{app}.{name}": migration
        for (app, name), migration in (loader.disk_migrations or {}).items()
        if type(migration).__module__.startswith("ruimbaan.")
    }


def test_what_came_after_the_first_release_only_adds():
    found = {
        name: list(dangers(migration, ruimbaan.__version__))
        for name, migration in ours().items()
        if name not in BEFORE_THE_FIRST_RELEASE
    }

    assert {name: told for name, told in found.items() if told} == {}


def test_nothing_of_the_first_release_was_taken_out_or_renamed():
    assert BEFORE_THE_FIRST_RELEASE - ours().keys() == set()


def made_of(*operations: Operation, unused_since: str = "") -> migrations.Migration:
    names = {"operations": list(operations), "unused_since": unused_since}
    made: migrations.Migration = type("Migration", (migrations.Migration,), names)("0002", "app")
    return made


TEXT = models.CharField(max_length=9)
BAD = [
    migrations.RemoveField("letter", "kind"),
    migrations.RenameField("letter", "kind", "sort"),
    migrations.DeleteModel("Letter"),
    migrations.RenameModel("Letter", "Mail"),
    migrations.AddField("letter", "more", TEXT),
    migrations.AddField("letter", "more", models.CharField(max_length=9, default="")),
    migrations.AlterField("letter", "kind", TEXT),
    migrations.RunSQL("DELETE FROM letter"),
    migrations.RunPython(migrations.RunPython.noop),
    migrations.SeparateDatabaseAndState([migrations.RemoveField("letter", "kind")], []),
]
GOOD = [
    migrations.CreateModel("Letter", [("id", models.BigAutoField(primary_key=True))]),
    migrations.AddField("letter", "more", models.CharField(max_length=9, null=True)),
    migrations.AddField("letter", "more", models.CharField(max_length=9, db_default="")),
    migrations.AddIndex("letter", models.Index(fields=["kind"], name="letter_kind")),
    migrations.RunSQL("SELECT 1", "SELECT 1"),
    migrations.SeparateDatabaseAndState([], [migrations.RemoveField("letter", "kind")]),
]


@pytest.mark.parametrize("operation", BAD, ids=range(len(BAD)))
def test_what_the_version_before_cannot_live_with_is_found(operation):
    assert len(list(dangers(made_of(operation), "0.2.0"))) == 1


@pytest.mark.parametrize("operation", GOOD, ids=range(len(GOOD)))
def test_what_only_adds_is_fine(operation):
    assert list(dangers(made_of(operation), "0.2.0")) == []


@pytest.mark.parametrize(
    ("since", "good"), [("0.1.0", True), ("0.2.0", False), ("later", False), ("", False)]
)
def test_what_no_release_reads_any_more_may_go(since, good):
    away = made_of(migrations.RemoveField("letter", "kind"), unused_since=since)

    assert (list(dangers(away, "0.2.0")) == []) is good
