# SPDX-License-Identifier: EUPL-1.2
"""Every block that leans on something which changed since the last edition, for the command."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils.translation import override

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.editions import Change
from ruimbaan.parts.storybook.leaning import changes_today
from ruimbaan.parts.storybook.presentation.changed import change_words, edition_words
from ruimbaan.parts.storybook.queries import list_editions


@dataclass(frozen=True, slots=True)
class BlockChanged:
    """`lines` say it in words; a block that is new since the edition has neither."""

    id: str
    changes: tuple[Change, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`since` names the last edition; empty when there is none."""

    since: str
    blocks: tuple[BlockChanged, ...]

    def as_json(self) -> dict[str, object]:
        changed = {one.id: [asdict(change) for change in one.changes] for one in self.blocks}
        return {"since": self.since, "changed": changed}


def what_changed(language: Language) -> Report:
    editions = list_editions()
    with override(language):
        blocks = tuple(
            BlockChanged(name, changes, tuple(dict.fromkeys(change_words(changes, language))))
            for name, changes in changes_today().items()
        )
        return Report(edition_words(editions[-1], language) if editions else "", blocks)
