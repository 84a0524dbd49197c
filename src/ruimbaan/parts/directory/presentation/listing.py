# SPDX-License-Identifier: EUPL-1.2
"""The places of a region as a list: what was looked for, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.metro.money import NAMES
from ruimbaan.parts.directory.presentation.found import Found, found_places
from ruimbaan.parts.directory.presentation.looking import (
    DOMAIN,
    LANGUAGE,
    PAYER,
    PLACE,
    SHEET,
    SWITCHES,
    WORDS,
    Looking,
)
from ruimbaan.parts.directory.presentation.next_best import NextBest, next_best
from ruimbaan.parts.directory.presentation.saying import language_name, said
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.search.finding import Answer, find
from ruimbaan.parts.directory.search.shelf import Shelf
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Link, Option

AT_A_TIME = 20  # places on one page
FIRST_CHOICES = ("nu-open", "zo-binnen", "gratis")  # the others are behind one line


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose one of: the first means "all the same to me"."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """`more_chosen`: something behind the fold was chosen, so it is open."""

    words_name: str
    words: str
    place_name: str
    place: str
    districts: tuple[str, ...]
    domain: Choice
    switches: tuple[Option, ...]
    more_switches: tuple[Option, ...]
    more_choices: tuple[Choice, ...]
    more_chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """`mended` are words that were read as another one, `needs` what was heard in the question."""

    region: str
    code: str
    crumbs: tuple[Link, ...]
    form: Form
    count: str
    order: str
    needs: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]
    unknown_place: str
    found: tuple[Found, ...]
    next_best: NextBest | None
    looked: bool
    everything: str
    earlier: str
    later: str
    is_made_up: bool


def listing(region: Region, looking: Looking) -> tuple[Listing, Answer]:
    answer = find(region.id, looking.words, looking.filters)
    number = len(answer.listings)
    sheet = min(looking.sheet, -(-number // AT_A_TIME) or 1)
    page = answer.listings[(sheet - 1) * AT_A_TIME : sheet * AT_A_TIME]
    here = said(region.title)
    address = reverse("directory:places", args=[region.id])
    words = ngettext("%(n)d plek in %(region)s", "%(n)d plekken in %(region)s", number)
    question = answer.question
    return Listing(
        region=here,
        code=region.id,
        crumbs=(Link(_("Zoek steun"), reverse("directory:regions")), Link(here)),
        form=_form(answer.shelf, looking),
        count=words % {"n": number, "region": here} if number else _("Niets gevonden"),
        order=_order(looking),
        needs=tuple(said(heard.need.name) for heard in question.heard),
        mended=tuple((asked.word, asked.read_as) for asked in question.mended),
        unknown_place="" if looking.place_is_known else looking.place,
        found=found_places(region, answer, page),
        next_best=None if number else next_best(region, looking, answer, address),
        looked=bool(looking.asked),
        everything=address,
        earlier=looking.address(address, **{SHEET: str(sheet - 1)}) if sheet > 1 else "",
        later=looking.address(address, **{SHEET: str(sheet + 1)})
        if sheet * AT_A_TIME < number
        else "",
        is_made_up=region.is_made_up,
    ), answer


def _order(looking: Looking) -> str:
    if looking.words:
        return _("Wat het best past staat bovenaan. Daarna wat het snelst kan.")
    if looking.filters.near:
        return _("Wat het dichtst bij is staat bovenaan.")
    return _("Wat het snelst kan staat bovenaan.")


def _form(shelf: Shelf, looking: Looking) -> Form:
    labels = {
        "nu-open": _("Nu open"),
        "zo-binnen": _("Zo naar binnen lopen"),
        "gratis": _("Gratis"),
        "zonder-brief": _("Zonder verwijsbrief of besluit"),
        "vrouwen": _("Alleen voor vrouwen"),
        "kinderen": _("Je kind mag mee"),
        "initiatief": _("Initiatief uit de buurt"),
    }
    options = {name: Option(name, labels[name], checked=looking.chose(name)) for name in SWITCHES}
    later = [name for name in SWITCHES if name not in FIRST_CHOICES]
    more = (_languages(shelf, looking), _payers(looking))
    return Form(
        words_name=WORDS,
        words=looking.words,
        place_name=PLACE,
        place=looking.place,
        districts=shelf.districts,
        domain=_domains(shelf, looking),
        switches=tuple(options[name] for name in FIRST_CHOICES),
        more_switches=tuple(options[name] for name in later),
        more_choices=tuple(choice for choice in more if len(choice.options) > 1),
        more_chosen=any(map(looking.chose, (*later, DOMAIN, PLACE, LANGUAGE, PAYER))),
    )


def _domains(shelf: Shelf, looking: Looking) -> Choice:
    there = {value for name, value in shelf.having if name == "domain"}
    texts = {code: said(text) for code, text in wording().domains.items() if code in there}
    return Choice(DOMAIN, _("Waar gaat het over?"), tuple(_one_of(texts, looking, DOMAIN)))


def _languages(shelf: Shelf, looking: Looking) -> Choice:
    spoken = sorted(str(value) for name, value in shelf.having if name == "language")
    texts = {code: language_name(code) for code in spoken}
    return Choice(LANGUAGE, _("Welke taal spreek je?"), tuple(_one_of(texts, looking, LANGUAGE)))


def _payers(looking: Looking) -> Choice:
    texts = {pot: said(name) for pot, name in NAMES.items()}
    return Choice(PAYER, _("Wie betaalt?"), tuple(_one_of(texts, looking, PAYER)))


def _one_of(texts: dict[str, str], looking: Looking, name: str) -> Iterator[Option]:
    chosen = looking.asked.get(name, "")
    yield Option("", _("Maakt niet uit"), checked=not chosen)
    for code, text in texts.items():
        yield Option(code, text, checked=code == chosen)
