# SPDX-License-Identifier: EUPL-1.2
"""The questions before something is shown, and the page "Klopt dit?"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import Given, Grant
from ruimbaan.parts.accounts.queries import Called, name_of, names_of, running_organisations
from ruimbaan.parts.journey import choosing, entries
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.choosing import HOW, UNTIL, WHAT, WHO, WHY, WITNESS
from ruimbaan.parts.journey.kinds import KINDS, OF_PART
from ruimbaan.parts.journey.presentation.card import ShownPart
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, in_words
from ruimbaan.parts.journey.presentation.sharing import about, name, sentence, value_of
from ruimbaan.parts.journey.wording import GIVEN, PURPOSES, USUAL_UNTIL
from ruimbaan.parts.journey.wording import UNTIL as UNTIL_WORDS
from ruimbaan.parts.trust.queries import known_to, why
from ruimbaan.ui.components import Choices, Link, Option

Typed = Mapping[str, tuple[str, ...]]
USUAL: Typed = {UNTIL: (USUAL_UNTIL.value,), HOW: (Given.SELF.value,)}


@dataclass(frozen=True, slots=True)
class Less:
    """One part that can be left out before saying yes: `fields` is what then is sent again."""

    title: str
    fields: tuple[tuple[str, str], ...]


def ask_page(
    own: Own, form: UUID, typed: Typed = USUAL, errors: Mapping[str, DomainError] | None = None
) -> dict[str, object]:
    errors = errors or {}
    known = names_of(known_to(own.journey), own.now)
    people = [called for called in known.values() if not called.ended]
    return {
        "crumbs": (home_crumb(), sharing_crumb(), Link(_("Laten zien"))),
        "form_id": form,
        "who": _who(people, typed, errors),
        "organisations": _organisations(own, typed),
        "what": _what(typed, errors),
        "why": _why(typed, errors),
        "until": until_choices(typed, errors),
        "day": "".join(typed.get(choosing.DAY, ())),
        "how": _how(typed, errors),
        "witness": _witness(people, typed, errors),
        "errors": tuple(Link(told(error), f"#{_anchor(at)}") for at, error in errors.items()),
    }


def check_page(own: Own, choice: choosing.Choice, grants: tuple[Grant, ...]) -> dict[str, object]:
    """Exactly what the other will see, before anything is given."""
    first = grants[0]
    parts = tuple(grant.part for grant in grants)
    who = name(names_of([first.party], own.now).get(first.party))
    decided = why(own.journey, first.party, own.now)
    already = [part for part, found in decided.items() if found[0].allowed and part not in parts]
    purpose = in_words(PURPOSES[first.purpose].inside)
    return {
        "crumbs": (home_crumb(), sharing_crumb(), Link(_("Laten zien"))),
        "sentence": sentence(first.words, who, parts, first.ends, purpose, own.today),
        "who": who,
        "shown": shown_parts(own, parts),
        "already": _titles(already),
        "hidden": _titles(set(Part) - {*parts, *already}),
        "fields": _fields(choice, parts),
        "less": tuple(_less(choice, parts, part) for part in parts) if len(parts) > 1 else (),
    }


def _titles(parts: Collection[Part]) -> tuple[str, ...]:
    """In the order of the file."""
    return tuple(in_words(kind.title) for kind in KINDS if kind.part in parts)


def shown_parts(own: Own, parts: Iterable[Part]) -> tuple[ShownPart, ...]:
    """As who it is shown to sees them."""
    wanted, whose = tuple(parts), name_of(own.account)
    with own.open(*wanted) as opening:
        return tuple(
            shown(kind, entries.read(opening, kind), own.today, whose)
            for kind in KINDS  # what one asks of a next place has pages of its own
            if kind.part in wanted
        )


def until_choices(typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    return Choices(
        UNTIL,
        _("Tot wanneer?"),
        tuple(
            Option(until.value, in_words(words), checked=until.value in typed.get(UNTIL, ()))
            for until, words in UNTIL_WORDS.items()
        ),
        help=_("Daarna gaat het vanzelf dicht. Je mag het verlengen."),
        error=told(errors.get(UNTIL)),
    )


def sharing_crumb() -> Link:
    return Link(_("Wie ziet iets?"), reverse("journey:sharing"))


def _who(people: list[Called], typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    options = tuple(_person(called, typed) for called in people)
    return Choices(WHO, _("Wie mag het zien?"), options, error=told(errors.get(WHO)))


def _person(called: Called, typed: Typed) -> Option:
    value = value_of(called.party)
    chosen = value in typed.get(WHO, ())
    return Option(value, capital(called.name), help=about(called), checked=chosen)


def _organisations(own: Own, typed: Typed) -> tuple[Option, ...]:
    return tuple(_person(called, typed) for called in running_organisations(own.now))


def _what(typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    options = tuple(
        Option(
            kind.part.value, in_words(kind.title), checked=kind.part.value in typed.get(WHAT, ())
        )
        for kind in OF_PART.values()
        if kind.part in SHAREABLE
    )
    return Choices(
        WHAT,
        _("Wat laat je zien?"),
        options,
        help=_("Alles staat uit. Zet aan wat nodig is."),
        error=told(errors.get(WHAT)),
        many=True,
    )


def _why(typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    options = tuple(
        Option(words.path, in_words(words.choice), checked=words.path in typed.get(WHY, ()))
        for words in PURPOSES.values()
    )
    return Choices(
        WHY,
        _("Waarvoor?"),
        options,
        help=_("De ander mag het alleen hiervoor gebruiken."),
        error=told(errors.get(WHY)),
    )


def _how(typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    options = tuple(
        Option(given.value, in_words(words), checked=given.value in typed.get(HOW, ()))
        for given, words in GIVEN.items()
    )
    return Choices(HOW, _("Hoe geef je dit aan?"), options, error=told(errors.get(HOW)))


def _witness(people: list[Called], typed: Typed, errors: Mapping[str, DomainError]) -> Choices:
    options = tuple(
        Option(
            str(called.account),
            capital(called.name),
            help=about(called),
            checked=str(called.account) in typed.get(WITNESS, ()),
        )
        for called in people
    )
    return Choices(
        WITNESS,
        _("Wie was erbij?"),
        options,
        help=_("Alleen als je het zegt met iemand erbij. Kies een ander dan wie het ziet."),
        error=told(errors.get(WITNESS)),
    )


def _fields(choice: choosing.Choice, parts: Iterable[Part]) -> tuple[tuple[str, str], ...]:
    """What was chosen, for the form of the next step."""
    same = [
        (at, text) for at in sorted(choice.typed) if at != WHAT for text in choice.typed[at] if text
    ]
    return (("form", str(choice.form)), *same, *((WHAT, part.value) for part in parts))


def _less(choice: choosing.Choice, parts: tuple[Part, ...], without: Part) -> Less:
    left = tuple(part for part in parts if part is not without)
    return Less(in_words(OF_PART[without].title), _fields(choice, left))


def _anchor(at: str) -> str:
    return at if at in choosing.NAMES else WHO
