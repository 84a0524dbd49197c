# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in one field: kept as it is, or refused in kind words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.http import QueryDict
from django.utils.translation import gettext as _

JOINS = "\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u00a0\u202f\u2009"  # part of writing
POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
PHONE = re.compile(r"[+0-9 ()\-]{3,25}")
TIME = re.compile(r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]")
FEWEST_DIGITS = 3  # 112 and 113 are numbers as well


class Refused(Exception):
    """Says what is wrong, and how to do it."""


@dataclass(frozen=True, slots=True)
class Fault:
    field: str
    text: str


def line(posted: QueryDict, field: str, most: int) -> str:
    """One line, without blanks around it. Raises Refused."""
    return " ".join(words(posted, field, most).split())


def words(posted: QueryDict, field: str, most: int) -> str:
    """Raises Refused."""
    found = posted.get(field, "").strip().replace("\r\n", "\n")
    if len(found) > most:
        raise Refused(_("Dit is te lang. Er passen %(n)d letters.") % {"n": most})
    if not all(sign.isprintable() or sign in "\n\t" or sign in JOINS for sign in found):
        raise Refused(_("Hier staat een vreemd teken in. Typ het opnieuw."))
    return found


def mail(posted: QueryDict, field: str) -> str:
    """Raises Refused."""
    found = line(posted, field, 254)
    if found:
        try:
            validate_email(found)
        except ValidationError:
            raise Refused(_("Dit mailadres lukt niet. Zo wel: tafel@voorbeeld.nl.")) from None
    return found


def website(posted: QueryDict, field: str) -> str:
    """Https is filled in when it is left out. Raises Refused."""
    found = line(posted, field, 200)
    if not found:
        return ""
    whole = found if "://" in found else f"https://{found}"
    try:
        URLValidator(schemes=["http", "https"])(whole)
    except ValidationError:
        raise Refused(_("Dit adres lukt niet. Zo wel: www.voorbeeld.nl.")) from None
    return whole


def phone(posted: QueryDict, field: str) -> str:
    """Raises Refused."""
    found = line(posted, field, 25)
    digits = sum(sign.isdigit() for sign in found)
    if found and not (PHONE.fullmatch(found) and digits >= FEWEST_DIGITS):
        raise Refused(_("Dit nummer lukt niet. Zo wel: 06 12345678."))
    return found


def postcode(posted: QueryDict, field: str) -> str:
    """Raises Refused."""
    found = line(posted, field, 8)
    if found and not POSTCODE.fullmatch(found):
        raise Refused(_("Deze postcode lukt niet. Zo wel: 1234 AB."))
    return f"{found[:4]} {found[-2:].upper()}" if found else ""


def time(posted: QueryDict, field: str) -> str:
    """As HH:MM. Raises Refused."""
    found = line(posted, field, 8)
    if not found:
        return ""
    if not TIME.fullmatch(found):
        raise Refused(_("Deze tijd lukt niet. Zo wel: 14:30."))
    hours, minutes = found.replace(".", ":").split(":")
    return f"{int(hours):02}:{minutes}"
