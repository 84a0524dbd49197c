# SPDX-License-Identifier: EUPL-1.2
"""What was read goes into a real database: broken off half-way nothing of it is there, afterwards all
of it is, and the same once more changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

from django.apps import apps
from django.db import transaction

from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.parts.directory.exchange.models import Quarantined
from ruimbaan.parts.directory.exchange.own_list import preview_list
from ruimbaan.parts.directory.exchange.services import Preview, apply, preview
from ruimbaan.parts.directory.store.reading import region_package
from tests.contract.fuzzing.looking import TODAY
from tests.contract.hsds import mutations as hsds
from tests.contract.ohana import mutations as ohana
from tests.contract.own_list import mutations as own_list

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REGION = "waalstad"
BREAKS = ("records", "foreign", "refused")  # before, while and after the records are written
Look = Callable[[], Preview]


def store_one(name: str, chance: Random) -> None:
    """Raises AssertionError. Leaves the database as it was."""
    look = _readable(name, chance)
    with transaction.atomic():
        rows, before = _rows(), region_package(REGION).records
        found = look()
        spot = BREAKS[int(chance.random() * len(BREAKS))]
        halves: dict[str, Any] = {spot: _Broken(getattr(found, spot))}
        try:
            apply(replace(found, **halves), NOW)
        except _BrokenOff:
            assert _rows() == rows, f"half stored, broken off at {spot}"
        else:
            raise AssertionError(f"not broken off at {spot}")
        apply(found, NOW)
        after = {**before, **{one.key: one for one in found.records}}
        assert region_package(REGION).records == after
        assert Quarantined.objects.count() == len(found.refused)
        assert look().changes == (), "the same again changes something"
        transaction.set_rollback(True)


def _readable(name: str, chance: Random) -> Look:
    """The first of these attempts that is not refused as a whole."""
    while True:
        try:
            if name == "own list":
                content, _ = own_list.mutated(chance)
                mine = own_list.attempt(content, own_list.mapping(chance))
                return lambda: preview_list(REGION, mine, source="fuzz", today=TODAY)
            read = hsds.attempt(chance) if name == "HSDS" else ohana.attempt(chance)[0]
            return lambda: preview(REGION, read, source="fuzz", today=TODAY)
        except ExchangeError:
            continue


def _rows() -> int:
    """In every table that an import writes."""
    labels = ("directory", "directory_exchange", "directory_search", "directory_network")
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    return sum(model._default_manager.count() for model in models)


class _BrokenOff(Exception):
    """Somebody pressed Ctrl-C."""


class _Broken(Mapping[str, object]):
    """Looks like what it was made of, until somebody goes through it: half-way it breaks off."""

    def __init__(self, whole: Any) -> None:
        self.whole = whole

    def __len__(self) -> int:
        return len(self.whole)

    def __getitem__(self, key: Any) -> object:
        return self.whole[key]

    def __iter__(self) -> Iterator[Any]:
        yield from list(self.whole)[: len(self.whole) // 2]
        raise _BrokenOff
