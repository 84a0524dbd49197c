# SPDX-License-Identifier: EUPL-1.2
"""What counts of a person, to take along."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.contributing.store import choice_of, counted_of
from ruimbaan.parts.contributing.wording import STEPS
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.reader import in_words


def counted_along(opening: Opening) -> tuple[Section, ...]:
    """The yes, and each step that counts."""
    chosen = choice_of(opening)
    yes = (
        ()
        if chosen is None
        else (
            (
                Fact("region", Text("Regio", "Region"), chosen.region),
                Fact("since", Text("Sinds", "Since"), chosen.since),
            ),
        )
    )
    steps = tuple(
        (
            Fact("week", Text("Week van", "Week of"), one.week),
            Fact("step", Text("Stap", "Step"), one.step.value, in_words(STEPS[one.step])),
            Fact("about", Text("Soort", "Kind"), one.about),
        )
        for one in counted_of(opening)
    )
    return (
        Section("counts", Text("Mijn stappen tellen mee", "My steps count"), yes),
        Section("counted", Text("Wat meetelt", "What counts"), steps),
    )
