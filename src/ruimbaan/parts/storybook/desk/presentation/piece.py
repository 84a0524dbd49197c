# SPDX-License-Identifier: EUPL-1.2
"""A given story as it is published, the same on the site, on paper, and for who signs it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.given import Changed, GivenStory, Turn
from ruimbaan.parts.journey.services import listed
from ruimbaan.parts.storybook.desk.published import Public
from ruimbaan.parts.storybook.desk.wording import CHANGES, WAYS
from ruimbaan.parts.storybook.presentation.given import GivenView, TurnView
from ruimbaan.ui.reader import in_words


def given_view(story: GivenStory, form: Text, *, is_given: bool, name: str, url: str) -> GivenView:
    changed = listed([in_words(CHANGES[one]) for one in Changed if one in story.changed])
    return GivenView(
        id=name,
        kicker=_("Gegeven verhaal") if is_given else _("Verzonnen verhaal"),
        title=story.title,
        summary=story.lead,
        url=url,
        paragraphs=story.paragraphs,
        turns=tuple(_turn(turn) for turn in story.turns),
        form=in_words(form),
        changed=changed,
    )


def public_view(one: Public, url: str) -> GivenView:
    """As others read it; `url` is where it stands."""
    name = f"gegeven-{one.id}"
    return given_view(one.story, one.form, is_given=one.is_given, name=name, url=url)


def _turn(turn: Turn) -> TurnView:
    way = in_words(WAYS[turn.way]) if turn.way else ""
    return TurnView(turn.what, turn.who, way, turn.way is not None and turn.way != "none")
