# SPDX-License-Identifier: EUPL-1.2
"""What somebody filled in to ask for room, checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, QueryDict

from ruimbaan.core.discretion.asking import Fallback
from ruimbaan.core.discretion.asking_errors import (
    AnswerAfterTheRoom,
    DayNotGood,
    DeputyMissing,
    NobodyToAsk,
    NotAMailAddress,
    NotThisPerson,
)
from ruimbaan.core.journey.own_words import WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.parts.directory.queries import ContactOnMap, contacts_named, list_names
from ruimbaan.parts.discretion.agreeing.saying_yes import who_may_say_yes
from ruimbaan.parts.discretion.asking.errors import PlaceNotInList
from ruimbaan.parts.discretion.asking.wanting import Wanted
from ruimbaan.parts.journey.services import came_whole, form_id
from ruimbaan.ui.reader import in_words

T = TypeVar("T")
RULE, ABOUT, WHAT, WHY, UNTIL = "regel", "over", "wat", "waarom", "tot"
WHO, MAIL, BY, SILENT, DEPUTY_MAIL = "wie", "mail", "antwoord", "stil", "vervanger"
SEEK, PLACE = "zoek", "plek"  # on the map, for who does not know a mail address
NAMES = (RULE, ABOUT, WHAT, WHY, UNTIL, WHO, MAIL, BY, SILENT, DEPUTY_MAIL, SEEK, PLACE)
BUTTON = "doe"
MOST = 300  # signs of one sentence
LONGEST = timedelta(days=366)
NO_RULE = "geen"
MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may say yes by a rule; `deputy` may do so for that one. `reach` is from the letter of the
    region in which that stands, `about` how far and from where."""

    who: str
    deputy: str = ""
    reach: str = ""
    about: str = ""

    @property
    def mail(self) -> str:
        """Where to write to, when the letter says so."""
        return self.reach if "@" in self.reach else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """`wanted` is None as long as there are errors, each with the name of its question."""

    form: UUID
    typed: Mapping[str, str]
    wanted: Wanted | None
    errors: Mapping[str, DomainError]


def holders(rule: RuleText | None, today: date) -> tuple[Holder, ...]:
    """By the letters of the region of the rule, else by the rulebook."""
    if rule is None:
        return ()
    region = rule.owner if rule.owner in list_names() else ""
    return tuple(
        Holder(
            in_words(one.who),
            in_words(one.deputy),
            one.reach,
            ", ".join(text for text in (one.organisation, in_words(one.up_to)) if text),
        )
        for one in who_may_say_yes(rule.id, region, today)
    )


def beforehand(known: tuple[Holder, ...]) -> str:
    """The mail address that stands in the form before anything is typed: of the only one who may say
    yes."""
    return known[0].mail if len(known) == 1 else ""


def is_seeking(sent: QueryDict) -> bool:
    """Looking for a place on the map: nothing is asked yet, and nothing that was typed is lost."""
    return sent.get(BUTTON) == SEEK


def typed_in(sent: QueryDict) -> Mapping[str, str]:
    return {name: sent.get(name, "") for name in NAMES}


def places(rule: RuleText | None, words: str) -> tuple[ContactOnMap, ...]:
    """Of the map, in the region of the rule or in all of them, that have a mail address."""
    regions = [rule.owner] if rule and rule.owner in list_names() else sorted(list_names())
    found = contacts_named(regions, words[:MOST], most=MOST_PLACES)
    return tuple(one for one in found if one.mail)


def read(request: HttpRequest, rule: RuleText | None, today: date) -> Choice:
    sent = request.POST
    errors: dict[str, DomainError] = {}

    def ask(name: str, question: Callable[[], T], without: T) -> T:
        try:
            return question()
        except DomainError as error:
            errors[name] = error
            return without

    soonest = today + timedelta(days=1)
    ask(WHAT, lambda: _whole(request), None)
    what = ask(WHAT, lambda: _sentence(sent, WHAT), "") if WHAT not in errors else ""
    why = ask(WHY, lambda: _sentence(sent, WHY), "")
    until = ask(UNTIL, lambda: _day(sent, UNTIL, soonest), soonest)
    answer_by = ask(BY, lambda: _day(sent, BY, soonest), soonest)
    if answer_by > until and not errors:
        errors[BY] = AnswerAfterTheRoom()
    known = holders(rule, today)
    who = ask(WHO, lambda: _who(sent, known), Holder(""))
    place = ask(SEEK, lambda: _chosen_place(sent, rule), "")
    to = _to(sent, place, beforehand(known)) or who.mail
    mail = ask(MAIL, lambda: _mail(to, NobodyToAsk), "") if SEEK not in errors else ""
    fallback = Fallback.DEPUTY if sent.get(SILENT) == Fallback.DEPUTY else Fallback.UNANSWERED
    needed = fallback is Fallback.DEPUTY
    by = sent.get(DEPUTY_MAIL, "").strip()
    deputy = ask(DEPUTY_MAIL, lambda: _mail(by, DeputyMissing), "") if needed else ""
    about = ask(ABOUT, lambda: _about(sent), None)
    form = form_id(sent)
    wanted = Wanted(
        form=form,
        what=what,
        why=why,
        until=until,
        answer_by=answer_by,
        mail=mail,
        rule=rule.id if rule else "",
        who=who.who,
        deputy=who.deputy if needed else "",
        deputy_mail=deputy,
        fallback=fallback,
        about=about,
    )
    return Choice(form, typed_in(sent), None if errors else wanted, errors)


def day_from(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None


def _whole(request: HttpRequest) -> None:
    if not came_whole(request):
        raise WordsWithoutShape


def _sentence(sent: QueryDict, name: str) -> str:
    text = sent.get(name, "").strip()
    check_words(text, most=MOST)
    return text


def _day(sent: QueryDict, name: str, soonest: date) -> date:
    found = day_from(sent.get(name, ""))
    if found is None or not soonest <= found <= soonest + LONGEST:
        raise DayNotGood
    return found


def _who(sent: QueryDict, known: tuple[Holder, ...]) -> Holder:
    if not known:
        return Holder("")
    text = sent.get(WHO, "")
    if not text.isascii() or not text.isdigit() or int(text[:3]) >= len(known):
        raise NobodyToAsk
    return known[int(text[:3])]


def _chosen_place(sent: QueryDict, rule: RuleText | None) -> str:
    """The mail address of the place that was chosen from those found; empty without one. Other words
    to seek with may find other places: then nobody else is asked in its stead."""
    chosen = sent.get(PLACE, "")
    if not chosen:
        return ""
    found = {one.url: one.mail for one in places(rule, sent.get(SEEK, ""))}
    if chosen not in found:
        raise PlaceNotInList
    return found[chosen]


def _to(sent: QueryDict, place: str, stood_there: str) -> str:
    """What was typed goes before the place that was chosen; what stood there already does not."""
    typed = sent.get(MAIL, "").strip()
    return place if place and typed == stood_there else typed or place


def _mail(text: str, missing: type[DomainError]) -> str:
    if not text:
        raise missing
    try:
        validate_email(text)
    except ValidationError:
        raise NotAMailAddress from None
    return text


def _about(sent: QueryDict) -> UUID | None:
    text = sent.get(ABOUT, "")
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NotThisPerson from None
