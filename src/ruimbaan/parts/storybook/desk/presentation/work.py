# SPDX-License-Identifier: EUPL-1.2
"""What who writes sees: the stories and how they stand, one story with everything that lacks, and what
it gives away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.storybook.desk import Source, Use, form_of, is_public, lacking
from ruimbaan.integrations.language.check import Remark, RemarkKind
from ruimbaan.parts.directory.queries import kind_title
from ruimbaan.parts.journey.services import capital, day
from ruimbaan.parts.storybook.desk.access import Visit
from ruimbaan.parts.storybook.desk.checking import PLACE, hints
from ruimbaan.parts.storybook.desk.presentation.own import text_of
from ruimbaan.parts.storybook.desk.published import public_stories
from ruimbaan.parts.storybook.desk.rows import Kept, Warned, gift_words, kept
from ruimbaan.parts.storybook.desk.wording import CLUES, REASONS, USES
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.ui.components import Link, Option, Tag
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class StoryRow:
    url: str
    what: str
    tag: Tag
    changed: str


@dataclass(frozen=True, slots=True)
class UseState:
    use: str
    title: str
    public: bool
    is_this_text: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningRow:
    key: str
    says: str
    aside: str


def crumbs(*more: Link) -> tuple[Link, ...]:
    return (Link(_("Verhalen"), reverse("story_desk:stories")), *more)


def stories_page(visit: Visit) -> dict[str, object]:
    """Of what is not public no word stands here: this page is no look at any of it."""
    rows = Story.objects.filter(region__in=visit.regions)
    gifts = _open_gifts(visit)
    public = {one.id: one.story.title for use in Use for one in public_stories(use)}
    return {
        "stories": tuple(_row(kept(row), visit.today, public) for row in rows),
        "gifts": tuple(
            Link(gift_title(gift, visit.today), reverse("story_desk:gift", args=[gift.id]))
            for gift in gifts
        ),
    }


def begin_page(visit: Visit, form: UUID, source: str, picked: Iterable[str]) -> dict[str, object]:
    ticked = set(picked)
    return {
        "crumbs": crumbs(Link(_("Beginnen"))),
        "form_id": form,
        "source": source,
        "gifts": tuple(
            Option(str(gift.id), gift_title(gift, visit.today), checked=str(gift.id) in ticked)
            for gift in _open_gifts(visit)
        ),
    }


def story_page(one: Kept, today: date) -> dict[str, object]:
    written = one.written
    return {
        "crumbs": crumbs(Link(_("Eén verhaal"))),
        "title": written.story.title if written.story else _("Nog geen tekst"),
        "form": capital(in_words(form_of(one.draft))),
        "url": reverse("story_desk:story", args=[one.row.id]),
        "write_url": reverse("story_desk:write", args=[one.row.id]),
        "guess_url": reverse("story_desk:guess", args=[one.row.id]),
        "is_given": one.draft.source is Source.GIVEN,
        "withdrawn": day(one.row.withdrawn, today) if one.row.withdrawn else "",
        "sum": one.draft.text,
        "piece": text_of(one),
        "notes": written.notes,
        "uses": tuple(_use(one, use) for use in Use),
        "warnings": tuple(_warning(warned, written.aside) for warned in written.warnings),
        "hints": tuple(_hint(remark) for remark in (hints(written.story) if written.story else ())),
        "asked": written.asked,
        "gifts": tuple(gift_words(gift) for gift in one.gifts if not gift.taken_back),
    }


def gift_title(gift: Gift, today: date) -> str:
    return _("Gegeven: {day}").format(day=day(gift.given, today))


def _open_gifts(visit: Visit) -> tuple[Gift, ...]:
    rows = Gift.objects.filter(region__in=visit.regions, story=None, taken_back=None)
    return tuple(rows.order_by("given", "id"))


def _row(one: Kept, today: date, public: Mapping[UUID, str]) -> StoryRow:
    begun = day(one.row.begun, today)
    what = public.get(one.row.id) or _("Verhaal, begonnen {day}").format(day=begun)
    form = capital(in_words(form_of(one.draft)))
    url = reverse("story_desk:story", args=[one.row.id])
    return StoryRow(url, f"{what}. {form}.", _tag(one), day(one.row.changed, today))


def _tag(one: Kept) -> Tag:
    draft = one.draft
    if one.row.withdrawn:
        return Tag(_("Teruggenomen"))
    public = [in_words(USES[use]) for use in Use if is_public(draft, use)]
    if public:
        return Tag(_("Openbaar {where}").format(where=_(" en ").join(public)), "ok")
    if not draft.text:
        return Tag(_("Nog geen tekst"), "wait")
    lacks = lacking(draft, Use.WEB)
    return (
        Tag(in_words(REASONS[lacks[0]].desk), "wait") if lacks else Tag(_("Kan openbaar"), "room")
    )


def _use(one: Kept, use: Use) -> UseState:
    draft = one.draft
    return UseState(
        use.value,
        in_words(USES[use]),
        is_public(draft, use),
        draft.published.get(use) == draft.text,
        tuple(in_words(REASONS[why].desk) for why in lacking(draft, use)),
    )


def _warning(warned: Warned, aside: dict[str, str]) -> WarningRow:
    said = warned.said
    if warned.clue == PLACE:
        said = tuple(kind_title(int(number)) for number in said)
    told = in_words(CLUES[warned.clue]).format(said=", ".join(said), alike=warned.alike)
    return WarningRow(warned.key, told, aside.get(warned.key, ""))


def _hint(remark: Remark) -> str:
    if remark.kind is RemarkKind.LONG_SENTENCE:
        return _("Deze zin heeft {n} woorden: {said}").format(n=remark.words, said=remark.said)
    if remark.kind is RemarkKind.WORD:
        return _("{said}: liever {prefer}").format(said=remark.said, prefer=remark.prefer)
    return _("Leg uit of schrijf voluit: {said}").format(said=remark.said)
