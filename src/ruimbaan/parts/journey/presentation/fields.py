# SPDX-License-Identifier: EUPL-1.2
"""The fields of a form, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.journey import filling_in
from ruimbaan.parts.journey.kinds import DOMAINS, Field, Kind, Shape
from ruimbaan.ui.components import Choices, Link, Option
from ruimbaan.ui.reader import explained, in_words


@dataclass(frozen=True, slots=True)
class Asked:
    """One field. `input` is the type of an input, empty for a large text."""

    name: str
    label: str
    text: str
    error: str
    input: str
    must: bool
    choices: Choices | None = None


INPUTS = {Shape.LINE: "text", Shape.DAY: "date", Shape.TIME: "time"}


def fields(
    kind: Kind, typed: Mapping[str, str], errors: Mapping[str, DomainError]
) -> tuple[Asked, ...]:
    return tuple(
        _asked(field, typed.get(field.name, ""), told(errors.get(field.name)))
        for field in filling_in.asked(kind)
    )


def summary(kind: Kind, errors: Mapping[str, DomainError]) -> tuple[Link, ...]:
    """Every error with a link to its field; one about an unknown field leads to the first."""
    known = {field.name for field in kind.fields}
    first = kind.fields[0].name
    return tuple(
        Link(told(error), f"#{name if name in known else first}") for name, error in errors.items()
    )


def told(error: DomainError | None) -> str:
    return "" if error is None else explained(error)


def _asked(field: Field, text: str, error: str) -> Asked:
    return Asked(
        name=field.name,
        label=in_words(field.label),
        text=text,
        error=error,
        input=INPUTS.get(field.shape, ""),
        must=field.must,
        choices=_domains(field, text, error) if field.shape is Shape.DOMAIN else None,
    )


def _domains(field: Field, chosen: str, error: str) -> Choices:
    options = tuple(
        Option(code, in_words(name), checked=code == chosen) for code, name in DOMAINS.items()
    )
    return Choices(field.name, in_words(field.label), options, error=error)
