# SPDX-License-Identifier: EUPL-1.2
"""Names, phones and addresses in one plain form, so that the same looks the same."""

from __future__ import annotations

import re
import unicodedata

from ruimbaan.core.directory.duplicates.words import EMPTY, IN_DUTCH, PHRASES, SHORT, TAILS

_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_HOUSE = re.compile(r"(?P<street>.*?\D)\s*(?P<number>\d+)\s*-?\s*(?P<more>[a-z]?)\b")
_ENDS = (  # a street's last part, short and whole
    (re.compile(r"str\.?(?=\s|$)"), "straat"),
    (re.compile(r"(?<=\w)ln\.?(?=\s|$)"), "laan"),
    (re.compile(r"(?<=\w)wg\.?(?=\s|$)"), "weg"),
    (re.compile(r"(?<=\w)pl(?:n\.?|\.)(?=\s|$)"), "plein"),
    (re.compile(r"(?<=\w)sngl\.?(?=\s|$)"), "singel"),
    (re.compile(r"\bburg\.?(?=\s)"), "burgemeester"),
    (re.compile(r"\bdr\.?(?=\s)"), "doctor"),
    (re.compile(r"\bst\.?(?=\s)"), "sint"),
    (re.compile(r"\bprins(es)?\.?(?=\s)"), r"prins\1"),
)
SHORTEST_FRONT = 3  # letters; what is shorter is no word by itself
PUBLIC_HOSTS = frozenset(  # a page or mailbox there says nothing about whose it is
    """gmail.com hotmail.com hotmail.nl outlook.com live.nl ziggo.nl kpnmail.nl planet.nl xs4all.nl
    icloud.com yahoo.com facebook.com instagram.com linkedin.com meetup.com""".split()
)


def plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def words_of(name: str) -> tuple[str, ...]:
    """The words that tell which one it is: whole, in Dutch, without legal form and articles."""
    text = plain(name).replace("&", " en ").replace("+", " en ")
    text = _INITIALS.sub(lambda found: f"{found[0].replace('.', '')} ", text)
    text = text.replace("'s ", " ").replace("’", "").replace("'", "")
    text = " ".join(_WORD.findall(text))
    for phrase, dutch in PHRASES.items():
        text = text.replace(phrase, dutch)
    whole = (SHORT.get(word, word) for word in text.split())
    parts = (part for word in whole for part in _parts(IN_DUTCH.get(word, word)))
    found = (IN_DUTCH.get(part, part) for part in parts)
    return tuple(word for word in found if word not in EMPTY)


def _parts(word: str) -> tuple[str, ...]:
    """A long Dutch word in the words it was made of: `zelfhulpgroep` is zelf, hulp and groep."""
    for tail in TAILS:
        front = word.removesuffix(tail)
        if front != word and len(front) >= SHORTEST_FRONT:
            return *_parts(front), tail
    return (word,)


def phone_of(number: str) -> str:
    """The digits as they are dialled within the country; nothing if these are no phone number."""
    digits = "".join(char for char in number.replace("(0)", "") if char.isdecimal())
    for prefix in ("0031", "31") if digits.startswith("0031") or "+" in number else ():
        if digits.startswith(prefix):
            digits = f"0{digits.removeprefix(prefix).lstrip('0')}"
            break
    return digits if len(digits) >= 7 else ""


def host_of(address: str) -> str:
    """The site or mail domain that is somebody's own; nothing for what everybody shares."""
    text = address.strip().casefold().rpartition("@")[2]
    host = text.partition("://")[2] or text
    host = host.partition("/")[0].partition(":")[0].removeprefix("www.")
    return "" if host in PUBLIC_HOSTS else host


def page_of(address: str) -> str:
    """The page without how it is asked for."""
    text = address.strip().casefold()
    text = (text.partition("://")[2] or text).removeprefix("www.")
    return text.partition("#")[0].partition("?")[0].rstrip("/")


def street_of(line: str) -> str:
    """Street and house number, `langestraat 12`; without a number just what is written."""
    text = plain(line)
    for short, whole in _ENDS:
        text = short.sub(whole, text)
    found = _HOUSE.match(text)
    if not found:
        return " ".join(_WORD.findall(text))
    street = "".join(_WORD.findall(found["street"]))
    return f"{street} {found['number']}{found['more']}"


def postal_of(code: str) -> str:
    return "".join(code.split()).upper()
