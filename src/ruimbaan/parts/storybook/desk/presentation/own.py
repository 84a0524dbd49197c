# SPDX-License-Identifier: EUPL-1.2
"""What the giver sees: what was given, the text as it would be read, and who read along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.storybook.desk import Use, form_of, is_public, lacking
from ruimbaan.parts.journey.queries import Line, called_by, looker, told_apart
from ruimbaan.parts.journey.services import Own, capital, day
from ruimbaan.parts.storybook.desk.offering import Piece
from ruimbaan.parts.storybook.desk.presentation.piece import given_view
from ruimbaan.parts.storybook.desk.rows import Kept, gift_words, kept
from ruimbaan.parts.storybook.desk.wording import REASONS, USES
from ruimbaan.parts.storybook.models import Gift
from ruimbaan.parts.storybook.presentation.given import GivenView
from ruimbaan.parts.trust.queries import looks_at
from ruimbaan.ui.components import Link, Option
from ruimbaan.ui.reader import in_words

MOST_LOOKS = 100
MOST_UNFOLDED = 5  # pieces of one part; a route has many more


@dataclass(frozen=True, slots=True)
class GiftRow:
    url: str
    given: str
    says: str


@dataclass(frozen=True, slots=True)
class UseRow:
    """One use of the text: whether the person said yes to it, whether others read it, and if not
    why not."""

    use: str
    title: str
    yes: bool
    public: bool
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PieceGroup:
    part: str
    options: tuple[Option, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Read:
    what: str
    when: str


def crumbs(*more: Link) -> tuple[Link, ...]:
    home = Link(_("Mijn reis"), reverse("journey:home"))
    return (home, Link(_("Mijn verhaal geven"), reverse("story_desk:mine")), *more)


def mine_page(own: Own, gifts: Iterable[Gift]) -> dict[str, object]:
    rows = tuple(
        GiftRow(
            reverse("story_desk:own", args=[gift.id]), day(gift.given, own.today), _says(gift, own)
        )
        for gift in gifts
    )
    last = Link(_("Mijn verhaal geven"))
    return {"crumbs": (crumbs()[0], last), "gifts": rows}


def give_page(
    offered: Iterable[Piece], picked: Iterable[str], words: str, regions: tuple[Option, ...]
) -> dict[str, object]:
    ticked = set(picked)
    groups: dict[str, list[Option]] = {}
    for piece in offered:
        option = Option(piece.id, piece.title, checked=piece.id in ticked)
        groups.setdefault(piece.part, []).append(option)
    return {
        "crumbs": crumbs(Link(_("Kiezen"))),
        "groups": tuple(_group(part, options) for part, options in groups.items()),
        "words": words,
        "regions": regions,
    }


def _group(part: str, options: list[Option]) -> PieceGroup:
    folded = len(options) > MOST_UNFOLDED and not any(option.checked for option in options)
    return PieceGroup(part, tuple(options), folded)


def gift_page(own: Own, gift: Gift) -> dict[str, object]:
    one = kept(gift.story) if gift.story else None
    return {
        "crumbs": crumbs(Link(_("Wat ik gaf"))),
        "url": reverse("story_desk:own", args=[gift.id]),
        "back_url": reverse("story_desk:take-back", args=[gift.id]),
        "words": gift_words(gift),
        "given": day(gift.given, own.today),
        "taken_back": day(gift.taken_back, own.today) if gift.taken_back else "",
        "says": _says(gift, own),
        "sum": one.draft.text if one else "",
        "piece": text_of(one) if one else None,
        "together": len(one.gifts) if one else 0,
        "uses": _uses(one, gift) if one and one.draft.text else (),
        "looks": _looks(own, gift),
    }


def text_of(one: Kept) -> GivenView | None:
    """Exactly as it would be published."""
    story = one.written.story
    if story is None:
        return None
    form, name = form_of(one.draft), f"gegeven-{one.row.id}"
    return given_view(story, form, is_given=bool(one.gifts), name=name, url="")


def _says(gift: Gift, own: Own) -> str:
    if gift.taken_back:
        return _("Je nam dit terug. Niemand leest het nog.")
    if gift.story is None:
        return _("Iemand van de redactie gaat het lezen.")
    draft = kept(gift.story).draft
    if not draft.text:
        return _("De redactie maakt er een tekst van.")
    where = [in_words(USES[use]) for use in Use if is_public(draft, use)]
    if where:
        return _("Anderen lezen het nu {where}.").format(where=_(" en ").join(where))
    signed = {(one.giver, one.text) for one in draft.signatures}
    if (str(gift.id), draft.text) in signed:
        return _("Je zei ja. Het is nog niet openbaar.")
    return _("Er is een tekst. Wil je hem lezen?")


def _uses(one: Kept, gift: Gift) -> tuple[UseRow, ...]:
    draft = one.draft
    yes = {
        sign.use for sign in draft.signatures if (sign.giver, sign.text) == _of(gift, draft.text)
    }
    return tuple(
        UseRow(
            use.value,
            in_words(USES[use]),
            use in yes,
            draft.published.get(use) == draft.text,
            tuple(in_words(REASONS[why].giver) for why in lacking(draft, use)),
        )
        for use in Use
    )


def _of(gift: Gift, text: str) -> tuple[str, str]:
    return str(gift.id), text


def _looks(own: Own, gift: Gift) -> tuple[Read, ...]:
    """Every look and every try of others, from the log itself."""
    begin = datetime.combine(gift.given, time(), timezone.get_current_timezone())
    looks = looks_at(gift.id, own.account, begin, own.now).by_others[:MOST_LOOKS]
    called = called_by({who for look in looks if (who := looker(look.first))}, own.now)
    read = (_read(told_apart(look, called, own.account), own) for look in looks)
    return tuple(_often(one, times) for one, times in Counter(read).items())


def _often(one: Read, times: int) -> Read:
    """Equal looks of one day in one line."""
    if times == 1:
        return one
    return Read(one.what, _("{day}, {n} keer").format(day=one.when, n=times))


def _read(line: Line, own: Own) -> Read:
    at = timezone.localdate(line.at)
    return Read(line.what, capital(day(at, own.today)))
