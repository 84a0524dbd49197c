# SPDX-License-Identifier: EUPL-1.2
"""What a person gave of the own journey, to take along."""

from __future__ import annotations

from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.storybook.desk.giving import given_by
from ruimbaan.parts.storybook.desk.rows import gift_words, kept
from ruimbaan.parts.storybook.desk.wording import USES
from ruimbaan.parts.storybook.models import Gift
from ruimbaan.ui.reader import in_words


def stories_of_file(journey: UUID) -> Section:
    items = tuple(_item(gift) for gift in given_by(journey))
    return Section("given", Text("Wat ik gaf voor het boek", "What I gave for the book"), items)


def _item(gift: Gift) -> tuple[Fact, ...]:
    one = kept(gift.story) if gift.story else None
    story = one.written.story if one else None
    yes = {sign.use for sign in one.draft.signatures if sign.giver == str(gift.id)} if one else ()
    return (
        Fact("id", None, str(gift.id)),
        Fact("given", Text("Gegeven", "Given"), gift.given),
        Fact("words", Text("Mijn woorden", "My words"), gift_words(gift)),
        Fact("text", Text("De tekst ervan", "The text of it"), story.said() if story else ""),
        Fact(
            "yes",
            Text("Ik zei ja", "I said yes"),
            ",".join(sorted(yes)),
            ", ".join(in_words(USES[use]) for use in Use if use in yes),
        ),
        Fact("taken_back", Text("Teruggenomen", "Taken back"), gift.taken_back),
    )
