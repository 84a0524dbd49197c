# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a world: the shape of an error, and a place to collect them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ruimbaan.core.kernel.errors import DomainError, Explanation
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.integrations.worldfile.places import Place

MOST_PROBLEMS = 50
LONGEST_SHOWN = 60


class WorldProblem(DomainError):
    """Something in a world file, at a place. Details may be texts in both languages."""

    def __init__(self, place: Place, **details: object) -> None:
        self.place = place
        super().__init__(**details)

    def says_the_same(self, other: WorldProblem) -> bool:
        return self.place == other.place and self.explain("nl") == other.explain("nl")

    def explain(self, language: Language) -> Explanation:
        details = {
            key: value.in_language(language) if isinstance(value, Text) else value
            for key, value in self.details.items()
        }
        return Explanation(
            code=self.code,
            cause=self.cause.in_language(language).format_map(details),
            advice=self.advice.in_language(language).format_map(details),
        )


class WorldError(WorldProblem):
    """The world cannot be used."""


class WorldWarning(WorldProblem):
    """The world can be used, yet somebody should look at this."""


class WorldErrors(Exception):
    """Everything that is wrong with a world, in the order of the files. Never empty."""

    def __init__(self, errors: Iterable[WorldError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.explain("nl"))

    @property
    def first(self) -> WorldError:
        return self.errors[0]

    def explain(self, language: Language) -> str:
        """The first error in full, and how many more there are."""
        told = self.first.explain(language)
        lines = [f"{told.code}  {self.first.place}", told.cause, told.advice]
        if more := len(self.errors) - 1:
            rest = Text("En nog {n} andere.", "And {n} more.").in_language(language)
            lines.append(rest.format(n=more))
        return "\n".join(lines)


class Problems:
    """Collects what is wrong, up to a number that a person can still work through."""

    def __init__(self) -> None:
        self.errors: list[WorldError] = []
        self.warnings: list[WorldWarning] = []

    @property
    def full(self) -> bool:
        return len(self.errors) >= MOST_PROBLEMS

    def add(self, problem: WorldError) -> None:
        if not self.full and not any(problem.says_the_same(known) for known in self.errors):
            self.errors.append(problem)

    def warn(self, warning: WorldWarning) -> None:
        if len(self.warnings) < MOST_PROBLEMS:
            self.warnings.append(warning)

    def raise_if_any(self) -> None:
        if self.errors:
            raise WorldErrors(sorted(self.errors, key=lambda error: error.place))


def printable(text: str) -> str:
    """Text from outside on one line that cannot steer a terminal."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def shown(value: object) -> str:
    """A value from a file as it may stand in a message: one line, printable and short."""
    text = printable(str(value))
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def did_you_mean(wrong: str, known: Iterable[str]) -> Text:
    """The nearest known name as a sentence to append, or nothing."""
    near = get_close_matches(wrong[:LONGEST_SHOWN], list(known), n=1, cutoff=0.7)
    if not near:
        return Text("")
    return Text(f' Bedoel je "{near[0]}"?', f' Do you mean "{near[0]}"?')
