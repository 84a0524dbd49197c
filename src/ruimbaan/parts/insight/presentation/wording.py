# SPDX-License-Identifier: EUPL-1.2
"""How figures are said: a share, a limit in weeks, how a pair is doing, and where it all comes from."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.insight.kinds import ALL, kind_name
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import Share, Shown, Waits
from ruimbaan.parts.insight.presentation.pairs import at_most
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language

WEEKS_TO_COUNT = 13  # that everybody in a table had, from the day of asking


def name_of(code: str) -> str:
    return in_words(kind_name(code))


def pair_title(sender: str, asked: str) -> str:
    """Both in a sentence, so without capitals that are no name."""
    return _("Van {sender} naar {asked}").format(
        sender=inside(name_of(sender)), asked=inside(name_of(asked))
    )


def title_of(sender: str, asked: str) -> str:
    if sender == ALL and asked == ALL:
        return _("Alle vragen in de regio")
    if sender == ALL:
        return _("Iedereen naar {asked}").format(asked=inside(name_of(asked)))
    if asked == ALL:
        return _("Van {sender} naar alle steun").format(sender=inside(name_of(sender)))
    return pair_title(sender, asked)


def inside(name: str) -> str:
    """A name in the middle of a sentence."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def weeks(count: int) -> str:
    return ngettext("{n} week", "{n} weken", count).format(n=count)


def times(count: int) -> str:
    return ngettext("{n} keer", "{n} keer", count).format(n=_number(count))


def _number(count: int) -> str:
    """With the sign between thousands that the language has."""
    return f"{count:,}".replace(",", "." if language() == "nl" else ",")


def half_year(name: str) -> str:
    """Of 2026H1."""
    year, _sign, which = name.partition("H")
    words = _("de eerste helft van {year}") if which == "1" else _("de tweede helft van {year}")
    return words.format(year=year)


def counted(count: int | None) -> str:
    """In a table: what is hidden is not nobody."""
    return _("dicht") if count is None else _number(count)


def percent(share: Share | None) -> str:
    """In a table, with its band."""
    if share is None:
        return _("dicht")
    low, high = (round(100 * one) for one in (share.low, share.high))
    return _("{share} % ({low} tot {high})").format(
        share=round(100 * share.value), low=low, high=high
    )


def half(found: Waits) -> str:
    """By when half was met, in a few words."""
    match found.shown:
        case Shown.NOBODY:
            return _("niemand vroeg dit")
        case Shown.FEW:
            return _("niet getoond, om mensen te beschermen")
        case Shown.COUNT:
            limit = at_most(found)
            if limit is None:
                return _("hoe snel is niet te zeggen")
            return _("de helft ontmoet binnen {weeks}, misschien eerder").format(weeks=weeks(limit))
        case Shown.PACE:
            if found.half_within is None:
                return _("na {weeks} was nog niet de helft ontmoet").format(
                    weeks=weeks(WEEKS_TO_COUNT)
                )
            return _("de helft ontmoet binnen {weeks}").format(weeks=weeks(found.half_within))


def not_known(count: int, *, below_slowest: bool) -> str:
    """Of so many pairs nobody can say how fast it goes; `below_slowest`: so neither whether they
    belong in the list above."""
    said = ngettext(
        "Van {n} paar kunnen we niet zeggen hoe snel het gaat.",
        "Van {n} paren kunnen we niet zeggen hoe snel het gaat.",
        count,
    ).format(n=count)
    if not below_slowest:
        return said
    left_out = ngettext(
        "Dat paar staat niet in deze lijst.", "Die paren staan niet in deze lijst.", count
    )
    return f"{said} {left_out}"


def story(sender: str, asked: str, found: Waits) -> str:
    """A pair in one sentence."""
    pair = pair_title(sender, asked)
    if not found.asked:
        return f"{pair}: {half(found)}."
    return _("{pair}: {times} gevraagd, {half}.").format(
        pair=pair, times=times(found.asked), half=half(found)
    )


def source(release: Release, *, noes: bool = False) -> str:
    """Of which day, of how many, and what is not in it. `noes`: the table counts those only."""
    day = written_date(release.day, language(), year=True)
    said = [_("Cijfers van {day}.").format(day=day)]
    if everybody := release.count():
        counted_are = _("Er is {times} nee gezegd.") if noes else _("Er is {times} gevraagd.")
        said.append(counted_are.format(times=times(everybody)))
    said.append(
        _("Wie korter dan {weeks} geleden vroeg, telt nog niet mee.").format(
            weeks=weeks(WEEKS_TO_COUNT)
        )
    )
    said.append(_("Minder dan {n} mensen tonen we nooit.").format(n=release.threshold))
    return " ".join(said)
