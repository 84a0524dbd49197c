# SPDX-License-Identifier: EUPL-1.2
"""What the form sent: words or a situation that was picked, who asks, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.discretion.may_i.kinds import Role

WORDS, PICKED, BEFORE, WHO, REGION = "vraag", "kies", "was", "wie", "regio"
MOST_LETTERS = 200  # of what is typed; more is cut off


@dataclass(frozen=True, slots=True)
class Sent:
    """Words go before what was on the page; a button that picks goes before words."""

    words: str = ""
    picked: str = ""
    role: Role = Role.PERSON
    region: str = ""


def read(form: Mapping[str, str], regions: Mapping[str, object]) -> Sent:
    """Anything can have been sent; what is unknown is left out."""
    words = " ".join(form.get(WORDS, "")[:MOST_LETTERS].replace("\0", " ").split())
    picked = form.get(PICKED, "")
    region = form.get(REGION, "")
    return Sent(
        words="" if picked else words,
        picked=picked or ("" if words else form.get(BEFORE, "")),
        role=role_in(form),
        region=region if region in regions else "",
    )


def role_in(form: Mapping[str, str]) -> Role:
    """Who asks: the person, when nothing that is known says otherwise."""
    who = form.get(WHO, "")
    return Role(who) if who in {role.value for role in Role} else Role.PERSON
