# SPDX-License-Identifier: EUPL-1.2
"""The questions before something is handed over, and the page on which one sees what they will see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.following import next_of
from ruimbaan.core.handoff.states import Reason
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import Called, name_of, names_of, running_organisations
from ruimbaan.parts.directory.queries import is_place, list_regions
from ruimbaan.parts.handoff import composing
from ruimbaan.parts.handoff.presentation.people import called_owner, worker_called
from ruimbaan.parts.handoff.presentation.wishes import wish_of
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.sending import followed
from ruimbaan.parts.handoff.wanting import Anyone, Composed
from ruimbaan.parts.handoff.wording import ANYBODY, ASK_HELP, ASKS, MYSELF, SOMEBODY
from ruimbaan.parts.journey.queries import part_in_words
from ruimbaan.parts.journey.services import Own, capital, listed, shown_parts
from ruimbaan.parts.trust.queries import known_to
from ruimbaan.ui.components import Choices, Link, Option
from ruimbaan.ui.reader import explained, in_words

Typed = Mapping[str, tuple[str, ...]]
Errors = Mapping[str, DomainError]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of support of one region, for a list to choose from."""

    region: str
    options: tuple[Option, ...]


def ask_page(own: Own, form: UUID, typed: Typed, errors: Errors) -> dict[str, object]:
    one = {name: "".join(typed.get(name, ())[:1]) for name in composing.NAMES}
    workers = _known_workers(own)
    return {
        "crumbs": (home_crumb(), list_crumb(), Link(_("Nieuw"))),
        "form_id": form,
        "one": one,
        "wish": wish_of(own, one, errors),
        "kind": _kind(one, errors),
        "who": _who(own, one, errors),
        "kinds": _kinds(one),
        "stays": _workers(composing.STAYS, workers, one, errors),
        "named": _workers(composing.NAMED, workers, one, errors),
        "what": _what(typed, errors),
        "told": {name: explained(error) for name, error in errors.items()},
        "errors": tuple(Link(explained(error), f"#{name}") for name, error in errors.items()),
    }


def check_page(own: Own, choice: composing.Choice, composed: Composed) -> dict[str, object]:
    """Exactly what the other will see, before anything is sent."""
    with own.open(*composed.parts) as opening:
        shown = shown_parts(opening, own.today, name_of(own.account)) if composed.parts else ()
    called = names_of({composed.stays, composed.named, *_party(composed)}, own.now)
    asks = called_owner(own.journey)
    hidden = [part for part in composing.CHOOSABLE if part not in composed.parts]
    return {
        "crumbs": (home_crumb(), list_crumb(), Link(_("Klopt dit?"))),
        "who": receiver_called(composed, called),
        "asks": asks,
        "sender": worker_called(composed.stays, called, asks),
        "via": _via(own, composed),
        "open": isinstance(composed.to, Anyone),
        "said": composed.said,
        "kind": in_words(ASKS[composed.ask]),
        "shown": shown,
        "hidden": tuple(capital(part_in_words(part)) for part in (*hidden, Part.OWN)),
        "stays": _called(composed.stays, called),
        "stays_myself": composed.stays.kind is PartyKind.ACCOUNT,
        "named": _called(composed.named, called),
        "parts": listed([part_in_words(part) for part in composed.parts]),
        "fields": _fields(choice),
    }


def receiver_called(composed: Composed, called: Mapping[Party, Called]) -> str:
    if isinstance(composed.to, Party):
        return _called(composed.to, called)
    if isinstance(composed.to, Anyone):
        return in_words(ANYBODY)
    return composed.said.place or in_words(SOMEBODY)


def home_crumb() -> Link:
    return Link(_("Mijn reis"), reverse("journey:home"))


def list_crumb() -> Link:
    return Link(_("Overdracht"), reverse("handoff:mine"))


def suggested(reason: Reason | None) -> bool:
    """Whether another place is the way after this no; some reasons ask for something else first."""
    return reason not in {Reason.PERSON_CHOSE, Reason.ALREADY_WITH_US}


def _via(own: Own, composed: Composed) -> str:
    """Through whom the receiver reads that it comes; empty when through nobody. Where a next
    question may not be, sending says so."""
    before = followed(own.journey, composed.after)
    if before is None:
        return ""
    receiver = composed.to.id if isinstance(composed.to, Party) else None
    try:
        via = next_of(as_handoff(before), composed.id_in(own.journey), receiver).via
    except DomainError:
        return ""
    found = Party(PartyKind.ORGANISATION, via) if via else None
    return names_of({found}, own.now)[found].name if found else ""


def _party(composed: Composed) -> tuple[Party, ...]:
    return (composed.to,) if isinstance(composed.to, Party) else ()


def _called(party: Party, called: Mapping[Party, Called]) -> str:
    if party.kind is PartyKind.ACCOUNT:
        return in_words(MYSELF)
    found = called.get(party)
    return found.name if found else in_words(SOMEBODY)


def _kind(one: Mapping[str, str], errors: Errors) -> Choices:
    chosen = one[composing.KIND] or Ask.SUPPORT
    options = tuple(
        Option(
            ask.value,
            in_words(words),
            in_words(ASK_HELP[ask]) if ask in ASK_HELP else "",
            checked=ask == chosen,
        )
        for ask, words in ASKS.items()
    )
    return Choices(
        composing.KIND, _("Wat vraag je?"), options, error=_error(errors, composing.KIND)
    )


def _who(own: Own, one: Mapping[str, str], errors: Errors) -> Choices:
    chosen = one[composing.WHO]
    places = tuple(
        Option(value, called.name, checked=value == chosen)
        for called in running_organisations(own.now)
        if (value := f"{PartyKind.ORGANISATION}:{called.party.id}")
    )
    others = (
        Option(
            composing.LINK,
            _("Een andere plek"),
            _("Zij krijgen een link en een code van jou."),
            checked=chosen == composing.LINK,
        ),
        Option(
            composing.OPEN,
            _("Wie kan helpen"),
            _("Je vraag staat open. Nog niemand ziet wie je bent."),
            checked=chosen == composing.OPEN,
        ),
    )
    return Choices(
        composing.WHO,
        _("Wie wil je vragen?"),
        (*places, *others),
        error=_error(errors, composing.WHO),
    )


def _kinds(one: Mapping[str, str]) -> tuple[Kinds, ...]:
    chosen = one[composing.ON_MAP]
    found = []
    for region in list_regions().values():
        by_kind = {
            service.type: in_words(service.label)
            for service in reversed(tuple(region.world.services.values()))
            if is_place(service)
        }
        options = tuple(
            Option(value, label, checked=value == chosen)
            for kind, label in sorted(by_kind.items(), key=lambda item: item[1])
            if (value := f"{region.id}:{kind}")
        )
        found.append(Kinds(in_words(region.title), options))
    return tuple(found)


def who_stays(own: Own) -> Choices:
    """The same question as before sending, for when everybody who answered for it left."""
    return _workers(composing.STAYS, _known_workers(own), {composing.STAYS: ""}, {})


def _known_workers(own: Own) -> list[Called]:
    known = names_of(known_to(own.journey), own.now)
    return [
        called
        for party, called in known.items()
        if party.kind is PartyKind.MEMBERSHIP and not called.ended
    ]


def _workers(name: str, workers: list[Called], one: Mapping[str, str], errors: Errors) -> Choices:
    questions = {
        composing.STAYS: (
            _("Wie blijft bij je tot jullie elkaar hebben ontmoet?"),
            _("Deze persoon ziet je vraag ook."),
        ),
        composing.NAMED: (
            _("Wie bellen we als het stil blijft?"),
            _(
                "Deze persoon ziet niets van je reis. "
                "Blijft het stil? Dan leest die je naam en het soort vraag."
            ),
        ),
    }
    question, help_text = questions[name]
    values = [(f"{PartyKind.MEMBERSHIP}:{called.party.id}", called) for called in workers]
    first = values[0][0] if values else composing.MYSELF
    chosen = one[name] or first
    options = (
        *(
            Option(value, called.name, called.organisation, checked=value == chosen)
            for value, called in values
        ),
        Option(composing.MYSELF, in_words(MYSELF), checked=chosen == composing.MYSELF),
    )
    return Choices(name, question, options, help=help_text, error=_error(errors, name))


def _what(typed: Typed, errors: Errors) -> Choices:
    chosen = typed.get(composing.WHAT, ())
    options = tuple(
        Option(part.value, capital(part_in_words(part)), checked=part.value in chosen)
        for part in composing.CHOOSABLE
    )
    return Choices(
        composing.WHAT,
        _("Wat gaat er mee?"),
        options,
        help=_("Niets is ook goed. Dan gaat alleen je vraag mee."),
        error=_error(errors, composing.WHAT),
        many=True,
    )


def _error(errors: Errors, name: str) -> str:
    return explained(errors[name]) if name in errors else ""


def _fields(choice: composing.Choice) -> tuple[tuple[str, str], ...]:
    """What was chosen, for the form of the next step."""
    return (
        ("form", str(choice.form)),
        *((name, text) for name in composing.NAMES for text in choice.typed[name] if text),
    )
