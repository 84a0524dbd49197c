# SPDX-License-Identifier: EUPL-1.2
"""What somebody sent with a form, checked and kept sign for sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote_to_bytes
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict

from ruimbaan.core.journey.own_words import WordsMissing, WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.kinds import DOMAINS, Field, Kind, Shape

FORM, VERSION = "form", "version"
ALWAYS = {"csrfmiddlewaretoken", FORM, VERSION}
REPLACED = "\N{REPLACEMENT CHARACTER}"


class FieldUnknown(DomainError):
    code = "RB-TRUST-015"
    cause = Text('Het veld "{name}" hoort hier niet.', 'The field "{name}" does not belong here.')
    advice = Text("Open deze pagina opnieuw.", "Open this page again.")


class NotADay(DomainError):
    code = "RB-TRUST-016"
    cause = Text("Dit is geen dag of tijd.", "This is not a day or a time.")
    advice = Text(
        "Schrijf bijvoorbeeld 2027-03-12 of 14:00.", "Write for instance 2027-03-12 or 14:00."
    )


class NotAChoice(DomainError):
    code = "RB-TRUST-017"
    cause = Text("Hier is nog niets gekozen.", "Nothing is chosen here yet.")
    advice = Text("Kies er één uit de lijst.", "Choose one from the list.")


@dataclass(frozen=True, slots=True)
class FilledIn:
    """`values` is what can be kept: only fields with something in them. `typed` is what stood on
    the screen, also when it is wrong, so that nobody types twice."""

    form: UUID
    version: int
    values: Mapping[str, str]
    typed: Mapping[str, str]
    errors: Mapping[str, DomainError]


def read(request: HttpRequest, kind: Kind) -> FilledIn:
    fields = asked(kind)
    names = {field.name for field in fields}
    sent = request.POST
    errors: dict[str, DomainError] = {
        name: FieldUnknown(name=name[:40]) for name in sorted(set(sent) - names - ALWAYS)
    }
    typed = {field.name: sent.get(field.name, "") for field in fields}
    for field in fields:
        try:
            check_field(field, sent.getlist(field.name))
        except DomainError as error:
            errors[field.name] = error
    if not came_whole(request):
        errors.setdefault(fields[0].name, WordsWithoutShape())
    values = {name: text for name, text in typed.items() if text.strip()}
    return FilledIn(form_id(sent), version_in(sent), values, typed, errors)


def asked(kind: Kind) -> tuple[Field, ...]:
    """The fields of the form: what is answered with a button elsewhere is not among them, and is
    gone once the entry is changed."""
    return tuple(field for field in kind.fields if field.shape is not Shape.ANSWER)


def came_whole(request: HttpRequest) -> bool:
    """False when something in it was no text: it would have been replaced by other signs."""
    if not any(REPLACED in text for texts in request.POST.lists() for text in texts[1]):
        return True
    try:
        unquote_to_bytes(request.body).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def form_id(sent: QueryDict) -> UUID:
    """That of the form that was shown; a new one for who sends none."""
    try:
        return UUID(sent.get(FORM, ""))
    except ValueError:
        return uuid4()


def version_in(sent: QueryDict) -> int:
    """Of what was shown; 0 for who sends none."""
    text = sent.get(VERSION, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def check_field(field: Field, texts: list[str]) -> None:
    """What was sent for this field. Raises the DomainError that keeps it from being kept."""
    text = texts[-1] if texts else ""
    if len(texts) > 1:
        raise FieldUnknown(name=field.name)
    if field.shape is Shape.DOMAIN:
        if text not in DOMAINS:
            raise NotAChoice
    elif field.shape in {Shape.DAY, Shape.TIME}:
        check_moment(field, text)
    else:
        check_words(text, most=field.most, must=field.must)


def check_moment(field: Field, text: str) -> None:
    """A day or a time as a form sends it, and no day that is past every calendar. Raises WordsMissing,
    NotADay."""
    if not text:
        if field.must:
            raise WordsMissing
        return
    form = "%Y-%m-%d" if field.shape is Shape.DAY else "%H:%M"
    try:
        # only to see whether it is one: which zone does not matter
        found = datetime.strptime(text, form)  # noqa: DTZ007
    except ValueError:
        raise NotADay from None
    if found.strftime(form) != text or found.date() > LAST_DAY:
        raise NotADay
