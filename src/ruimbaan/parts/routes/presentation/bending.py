# SPDX-License-Identifier: EUPL-1.2
"""What is different when a rule bends, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bending:
    """How a rule bends: `title` in a few words, `say` when the rule has no sentence. `shorter`: what
    stays true of the title in ever fewer words."""

    title: str
    say: str
    shorter: tuple[str, ...] = ()

    def in_fewer_words(self, times: int) -> str:
        """Never cut: what stands at the end of a title may be the point of it."""
        return (self.title, *self.shorter)[: times + 1][-1]
