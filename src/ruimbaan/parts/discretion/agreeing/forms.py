# SPDX-License-Identifier: EUPL-1.2
"""What came with a form about agreements, letters of mandate and promises."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.http import QueryDict

from ruimbaan.core.discretion.agreements import Share, Touches, Version
from ruimbaan.core.discretion.mandates import Letter, Term
from ruimbaan.core.discretion.mandates_errors import AmountMissing, DayMissing, NotFromTheList
from ruimbaan.core.discretion.resources import Kind, Promise
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.parts.discretion.agreeing.models.agreement import SENTENCE, TITLE
from ruimbaan.parts.discretion.agreeing.models.promised import FUNCTION, LINE
from ruimbaan.parts.rulebook.queries import find_rule

SHARES, RULES, SERVICES = 4, 3, 2  # rows of the form
MOST_AMOUNT = 100_000
NOBODY = UUID(int=0)  # a row that is not kept yet has no id


def version_of(
    posted: QueryDict, organisations: Collection[UUID], services: Collection[str]
) -> Version:
    """What is proposed. Raises DomainError."""
    rules = tuple(_chosen(posted.getlist("regel"), None))
    return Version(
        number=0,
        title=line(posted, "titel", TITLE),
        situation=line(posted, "situatie", SENTENCE),
        shares=tuple(_shares(posted, organisations)),
        touches=Touches(
            rules=rules,
            services=tuple(_chosen(posted.getlist("plek"), services)),
            frictions=frictions_of(rules),
        ),
        until=day(posted, "tot"),
        review=day(posted, "terugkijken"),
    )


def frictions_of(rules: Iterable[str]) -> tuple[str, ...]:
    """The frictions that the rulebook names at these rules."""
    found = (find_rule(rule) for rule in rules)
    return tuple(sorted({code for rule in found if rule for code in rule.frictions}))


def _shares(posted: QueryDict, organisations: Collection[UUID]) -> Iterable[Share]:
    """The rows that are filled in; who stands in two rows does both."""
    done: dict[UUID, list[str]] = {}
    for number in range(SHARES):
        who = posted.get(f"wie-{number}", "")
        does = line(posted, f"doet-{number}", SENTENCE, must=False)
        if who and does:
            done.setdefault(one_of(who, organisations), []).append(does)
    for organisation, all_done in done.items():
        does = " ".join(all_done)
        check_words(does, most=SENTENCE)
        yield Share(organisation, does)


def _chosen(codes: Iterable[str], known: Collection[str] | None) -> Iterable[str]:
    """Without `known` a rule that the rulebook knows. Raises NotFromTheList."""
    for code in dict.fromkeys(filter(None, codes)):
        if code not in known if known is not None else find_rule(code) is None:
            raise NotFromTheList
        yield code


def letter_of(posted: QueryDict) -> tuple[Letter, str]:
    """And how its holder is called inside. Raises DomainError."""
    letter = Letter(
        id=NOBODY,
        rule=line(posted, "regel", LINE),
        organisation="",
        function=line(posted, "functie", FUNCTION),
        up_to=line(posted, "hoever", LINE),
        reach=line(posted, "bereik", LINE),
        given_by=line(posted, "gever", FUNCTION),
        term=_term(posted),
        deputy=line(posted, "vervanger", FUNCTION, must=False),
    )
    return letter, line(posted, "naam", FUNCTION, must=False)


def promise_of(posted: QueryDict) -> Promise:
    """Raises DomainError."""
    try:
        kind = Kind(posted.get("soort", ""))
    except ValueError:
        raise NotFromTheList from None
    return Promise(
        id=NOBODY,
        kind=kind,
        organisation="",
        team=line(posted, "team", FUNCTION),
        by=line(posted, "gever", FUNCTION),
        term=_term(posted),
        rule=posted.get("regel", ""),
        amount=_amount(posted.get("hoeveel", "")),
        in_routes=posted.get("in-routes") == "ja",
    )


def organisation_of(posted: QueryDict, organisations: Collection[UUID]) -> UUID:
    return one_of(posted.get("organisatie", ""), organisations)


def one_of(text: str, known: Collection[UUID]) -> UUID:
    """Raises NotFromTheList."""
    try:
        found = UUID(text)
    except ValueError:
        raise NotFromTheList from None
    if found not in known:
        raise NotFromTheList
    return found


def line(posted: QueryDict, field: str, most: int, *, must: bool = True) -> str:
    """One line of words. Raises DomainError."""
    text = " ".join(posted.get(field, "").split())
    check_words(text, most=most, must=must)
    return text


def day(posted: QueryDict, field: str) -> date:
    """Raises DayMissing."""
    try:
        return date.fromisoformat(posted.get(field, ""))
    except ValueError:
        raise DayMissing from None


def _term(posted: QueryDict) -> Term:
    return Term(day(posted, "vanaf"), day(posted, "tot"))


def _amount(text: str) -> int:
    """0 when nothing is filled in. Raises AmountMissing."""
    if not text.strip():
        return 0
    try:
        amount = int(text)
    except ValueError:
        raise AmountMissing from None
    if not 0 < amount <= MOST_AMOUNT:
        raise AmountMissing
    return amount
