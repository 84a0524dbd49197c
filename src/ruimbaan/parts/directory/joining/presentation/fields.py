# SPDX-License-Identifier: EUPL-1.2
"""Fields of a form as values; their templates only draw them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from ruimbaan.parts.directory.joining.texts import Fault
from ruimbaan.ui.components import Choices, Option

Shape = Literal["text", "email", "tel", "time", "area", "short"]


@dataclass(frozen=True, slots=True)
class TextField:
    name: str
    label: str
    value: str = ""
    help: str = ""
    error: str = ""
    shape: Shape = "text"
    most: int = 200  # characters
    fills: str = ""  # what a browser may fill in by itself

    kind: ClassVar = "text"


@dataclass(frozen=True, slots=True)
class ChoiceField:
    choices: Choices

    kind: ClassVar = "choices"


@dataclass(frozen=True, slots=True)
class FoldedGroup:
    """Options of one life domain, folded; `open` when one of them was chosen."""

    title: str
    options: tuple[Option, ...]

    @property
    def open(self) -> bool:
        return any(option.checked for option in self.options)


@dataclass(frozen=True, slots=True)
class GroupField:
    name: str
    question: str
    groups: tuple[FoldedGroup, ...]
    kind: ClassVar = "groups"


@dataclass(frozen=True, slots=True)
class PairField:
    """Two short fields beside each other, such as from and until."""

    fields: tuple[TextField, TextField]
    kind: ClassVar = "pair"


Field = TextField | ChoiceField | GroupField | PairField


def choice(
    name: str,
    question: str,
    options: Iterable[tuple[str, str, str]],
    chosen: Iterable[str],
    errors: Mapping[str, str],
    *,
    help_text: str = "",
    many: bool = False,
) -> ChoiceField:
    """`options`: value, text, help."""
    picked = set(chosen)
    return ChoiceField(
        Choices(
            name=name,
            question=question,
            options=tuple(
                Option(value, text, help_, checked=value in picked)
                for value, text, help_ in options
            ),
            help=help_text,
            error=errors.get(name, ""),
            many=many,
        )
    )


def errors_of(faults: Iterable[Fault]) -> dict[str, str]:
    return {fault.field: fault.text for fault in faults}
