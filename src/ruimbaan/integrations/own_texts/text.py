# SPDX-License-Identifier: EUPL-1.2
"""One text of ours, where it stands and how plain it has to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.language import Level

TAG = re.compile(r"<[^<>]+>")
CODE = re.compile(r"`[^`]*`")
PLACE = re.compile(
    r"%\(\w+\)[sd]|%%|\{[\w.]*(?::[^}]*)?\}"
)  # what is filled in: counted as one word
QUOTED = re.compile(r"“[^”]*”|„[^”]*”|‘[^’]*’|\"[^\"]*\"|(?<!\w)'[^']{3,}'(?!\w)")


@dataclass(frozen=True, slots=True)
class OwnText:
    """`place` is a file and the key or line in it."""

    place: str
    text: str
    language: Language
    level: Level

    @property
    def plain(self) -> str:
        return PLACE.sub("x", CODE.sub("x", TAG.sub(" ", self.text)))

    @property
    def ours(self) -> str:
        """Without what is quoted: somebody's own words go first, and are left as they are."""
        return QUOTED.sub(" ", self.plain)
