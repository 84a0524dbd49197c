# SPDX-License-Identifier: EUPL-1.2
"""Commands that are looked up when they are asked for: building all of them takes longer than most
of them run."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_group

PLAIN: Mapping[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
}


class Place(NamedTuple):
    """The module in which a command stands under its own name; `example` ends its help. A group of
    commands has no example: each of them has its own."""

    module: str
    example: str = ""


class OnDemand(TyperGroup):
    """A group that knows the names of its commands, and reads a command when it is asked for."""

    places: ClassVar[Mapping[str, Place]] = {}

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - every group has it
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A name that is not there has all the others read, to say which one was meant."""
        for name in (cmd_name,) if cmd_name in self.places else self.places:
            if name not in self.commands:
                self.add_command(_read(name, self.places[name]), name)
        return super().get_command(ctx, cmd_name)


def _read(name: str, place: Place) -> Any:
    found = getattr(import_module(place.module), name)
    alone = typer.Typer(**PLAIN)
    if isinstance(found, typer.Typer):
        alone.add_typer(found)
    else:
        alone.command(epilog=f"Example: {place.example}")(found)
    return get_group(alone).commands[name]
