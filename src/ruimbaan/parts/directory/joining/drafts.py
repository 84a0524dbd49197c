# SPDX-License-Identifier: EUPL-1.2
"""What was filled in so far travels in one hidden field of the page, signed: nothing is kept before
the last button. It stays good for a week, so that a tab may lie open."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import timedelta
from typing import Any

from django.core import signing
from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.directory.joining.offer import Offer

SALT = "ruimbaan.directory.joining.draft"
FORMAT = 1
LASTS = timedelta(days=7)
LONGEST = 40_000  # characters; the longest real field has about 4,000
LISTS = {"days", "works_with", "wants_to_work_with"}


@dataclass(frozen=True, slots=True)
class Draft:
    """`address` is where the link goes; `fresh` makes this form the same form when sent twice.
    `seen`: the pages that were filled in."""

    offer: Offer = field(default_factory=Offer)
    address: str = ""
    fresh: str = ""
    seen: tuple[str, ...] = ()


def pack(draft: Draft) -> str:
    offer = {name: value for name, value in asdict(draft.offer).items() if value}
    if not draft.offer.free:
        offer["free"] = False
    content = {
        "f": FORMAT,
        "o": offer,
        "a": draft.address,
        "n": draft.fresh,
        "s": list(draft.seen),
    }
    return signing.dumps(content, salt=SALT, compress=True)


@sensitive_variables()
def unpack(packed: str) -> Draft | None:
    """None when it is not ours, not whole, or too old."""
    if len(packed) > LONGEST:
        return None
    try:
        content = signing.loads(packed, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    if content.get("f") != FORMAT:
        return None
    return Draft(_offer(content["o"]), content["a"], content["n"], tuple(content["s"]))


def _offer(found: dict[str, Any]) -> Offer:
    known = {one.name for one in fields(Offer)}
    values: dict[str, Any] = {
        name: tuple(value) if name in LISTS else value
        for name, value in found.items()
        if name in known
    }
    return Offer(**values)
