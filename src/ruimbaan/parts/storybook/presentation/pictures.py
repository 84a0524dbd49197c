# SPDX-License-Identifier: EUPL-1.2
"""Every picture of the book, drawn by the product from the same data as its text."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.rules.layers import LAYER_TEXTS, Layer
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.storybook.contents import Block, Book, DayKind, Loop, Story
from ruimbaan.core.storybook.pictures import Picture
from ruimbaan.ui.pictures.book.cover import draw_cover
from ruimbaan.ui.pictures.book.days import DaysPicture, Mark, Stop, draw_days
from ruimbaan.ui.pictures.book.firmness import FirmnessPicture, Row, draw_firmness
from ruimbaan.ui.pictures.book.stairs import StairsPicture, draw_stairs
from ruimbaan.ui.pictures.book.year import Lane, YearPicture, draw_year
from ruimbaan.ui.pictures.loop import LoopPicture, draw_loop


def kind_words(kind: DayKind) -> str:
    return {
        DayKind.STEP: _("een stap"),
        DayKind.WAIT: _("wachten"),
        DayKind.GAP: _("hier liep het vast"),
        DayKind.ROOM: _("hier maakte iemand ruimte"),
        DayKind.ARRIVED: _("dit lukte"),
    }[kind]


def day_words(day: int) -> str:
    return _("dag %(n)s") % {"n": str(day).replace("-", "−")}


def of_cover(book: Book, language: Language) -> Picture:
    title, subtitle = book.title.in_language(language), book.subtitle.in_language(language)
    words = _("Omslag: lijnen die doorlopen, en een geel pad ertussen. %(title)s, %(subtitle)s.")
    alternative = words % {"title": title, "subtitle": subtitle}
    svg = draw_cover(title, subtitle, "ruimbaan", alternative)
    return Picture("omslag", alternative, "", svg, decorative=True)


def of_days(story: Story, at: int, language: Language) -> Picture:
    """The days of one chapter; `at` counts from 0."""
    chapter = story.chapters[at]
    rows = tuple(
        (day_words(day.day), day.words.in_language(language), kind_words(day.kind))
        for day in chapter.days
    )
    caption = _("%(person)s, deel %(n)d") % {"person": story.person, "n": at + 1}
    told = "; ".join(f"{day}: {what} ({how})" for day, what, how in rows)
    alternative = f"{caption}. {told}."
    stops = tuple(
        Stop(day_words(day.day), day.words.in_language(language), Mark(day.kind))
        for day in chapter.days
    )
    svg = draw_days(DaysPicture(alternative, caption, stops))
    columns = (_("Dag"), _("Wat er gebeurde"), _("Wat voor dag"))
    return Picture(f"{story.id}-{at + 1}", alternative, caption, svg, (columns, *rows))


def of_year(story: Story, language: Language) -> Picture:
    kinds = (DayKind.GAP, DayKind.ROOM, DayKind.ARRIVED)
    names = (_("Hier liep het vast"), _("Hier maakte iemand ruimte"), _("Dit lukte"))
    found = {kind: tuple(d for d in story.days if d.kind is kind) for kind in kinds}
    lanes = tuple(
        Lane(name, Mark(kind), tuple(day.day for day in found[kind]))
        for name, kind in zip(names, kinds, strict=True)
    )
    counted = zip(names, kinds, strict=True)
    times = _("%(name)s: %(n)d keer")
    told = "; ".join(times % {"name": name, "n": len(found[kind])} for name, kind in counted)
    caption = _("De hele reis van %(person)s") % {"person": story.person}
    alternative = (
        f"{caption}, {day_words(story.days[0].day)} – {day_words(story.days[-1].day)}. {told}."
    )
    ends = (story.days[0].day, story.days[-1].day)
    svg = draw_year(YearPicture(alternative, caption, _("dag"), *ends, lanes))
    rows = tuple(
        (name, day_words(day.day), day.words.in_language(language))
        for name, kind in zip(names, kinds, strict=True)
        for day in found[kind]
    )
    columns = (_("Wat voor dag"), _("Dag"), _("Wat er gebeurde"))
    return Picture(f"{story.id}-reis", alternative, caption, svg, (columns, *rows))


def of_firmness(block: Block, rules: tuple[RuleText, ...], language: Language) -> Picture:
    """How firm the rules of a block are, as the rulebook has them today."""
    on = {layer: tuple(r.number for r in rules if r.layer is layer) for layer in Layer}
    names = {layer: LAYER_TEXTS[layer].name.in_language(language) for layer in Layer}
    caption = _("Hoe vast zit het?")
    told = "; ".join(f"{names[layer]}: {', '.join(on[layer])}" for layer in Layer if on[layer])
    alternative = f"{caption} {told}."
    drawn = FirmnessPicture(
        alternative, caption, tuple(Row(names[layer], on[layer]) for layer in Layer)
    )
    rows = tuple((names[layer], ", ".join(on[layer])) for layer in Layer if on[layer])
    columns = (_("Laag, de vastste eerst"), _("Regels"))
    svg = draw_firmness(drawn)
    return Picture(f"{block.id.casefold()}-vast", alternative, caption, svg, (columns, *rows))


def of_loop(block: Block, loop: Loop, language: Language) -> Picture:
    names = tuple(name.in_language(language) for name in loop.names)
    pairs = tuple(zip(names, (*names[1:], names[0]), strict=True))
    caption = loop.title.in_language(language)
    waits = _("%(first)s wacht op %(second)s")
    told = "; ".join(waits % {"first": first, "second": second} for first, second in pairs)
    alternative = f"{caption}. {told}."
    svg = draw_loop(LoopPicture(alternative, caption, names))
    columns = (_("Dit"), _("wacht op dit"))
    return Picture(f"{block.id.casefold()}-klem", alternative, caption, svg, (columns, *pairs))


def of_stairs() -> Picture:
    steps = (
        _("Eerder beginnen"),
        _("Een andere ingang"),
        _("Een haakje in de wet"),
        _("Wijken, zo klein mogelijk"),
        _("De regel veranderen"),
    )
    caption = _("De ladder: begin onderaan")
    rows = tuple((str(at), words) for at, words in enumerate(steps, start=1))
    alternative = f"{caption}. {'; '.join(f'{at}: {words}' for at, words in rows)}."
    svg = draw_stairs(StairsPicture(alternative, caption, steps))
    return Picture("ladder", alternative, caption, svg, ((_("Trede"), _("Wat je doet")), *rows))
