# SPDX-License-Identifier: EUPL-1.2
"""Given stories beside those that ship: in the contents on the site, and behind the last text of the
book on paper. The book itself does not change by it, so the same stories give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.desk import Use
from ruimbaan.parts.storybook.desk.presentation.piece import public_view
from ruimbaan.parts.storybook.desk.published import Public, public_stories
from ruimbaan.parts.storybook.presentation.given import GivenView
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import Group, Shelf
from ruimbaan.ui.components import Link


def given_links() -> tuple[Link, ...]:
    """Those that may be read on the site, in the language of the reader."""
    return tuple(
        Link(one.story.title, reverse("storybook:given", args=[one.id]))
        for one in public_stories(Use.WEB)
    )


def with_given(shelf: Shelf, given: Sequence[Public], medium: Medium, language: Language) -> Shelf:
    """The shelf with these stories as its last part; the same shelf when there are none."""
    if not given:
        return shelf
    with override(language):
        views = tuple(_view(one, medium) for one in given)
        links = tuple(Link(view.title, view.url) for view in views)
        group = Group(links[0], _("Gegeven verhalen"), links[1:], ("",) * len(links[1:]))
    return replace(shelf, pieces=(*shelf.pieces, *views), contents=(*shelf.contents, group))


def _view(one: Public, medium: Medium) -> GivenView:
    view = public_view(one, "")
    return replace(view, url=f"#{view.id}" if medium is Medium.PDF else medium.file(view.id))
