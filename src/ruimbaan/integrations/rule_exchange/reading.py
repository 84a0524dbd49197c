# SPDX-License-Identifier: EUPL-1.2
"""A signed file as a parcel. First its shape, then its signature, then who signed, then what it says:
whatever is wrong is said before anything is kept."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from cryptography.exceptions import InvalidSignature
from jsonschema import Draft202012Validator

from ruimbaan.core.advice.exchange.checking import check
from ruimbaan.core.advice.exchange.errors import NotAParcel, SignatureWrong, SignerUnknown
from ruimbaan.core.advice.exchange.items import Parcel
from ruimbaan.core.advice.exchange.plain import from_plain
from ruimbaan.integrations.rule_exchange.signing import Signer, public_key
from ruimbaan.integrations.rule_exchange.writing import to_sign

MOST_BYTES = 2_000_000
SCHEMA = "exchange.schema.json"


@dataclass(frozen=True, slots=True)
class Signed:
    parcel: Parcel
    signer: Signer


def read_file(content: bytes, known: Iterable[Signer]) -> Signed:
    """Raises NotAParcel, SignatureWrong, SignerUnknown, LooksPersonal and FigureTooSmall."""
    told = _shaped(content)
    try:
        public_key(told["key"]).verify(base64.b64decode(told["signature"]), to_sign(told))
    except InvalidSignature:
        raise SignatureWrong from None
    signer = next((one for one in known if one.key == told["key"]), None)
    if signer is None:
        raise SignerUnknown(key=told["key"])
    try:
        parcel = from_plain(told)
    except ValueError:
        raise NotAParcel(reason="day") from None
    check(parcel)
    return Signed(parcel, signer)


def _shaped(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise NotAParcel(reason=f"> {MOST_BYTES} bytes")
    try:
        told = json.loads(content.decode(), object_pairs_hook=_once)
        json.dumps(told, ensure_ascii=False).encode()  # half a sign cannot be signed nor kept
    except (ValueError, RecursionError):
        raise NotAParcel(reason="JSON") from None
    wrong = next(_validator().iter_errors(told), None)
    if wrong is not None:
        place = "/".join(map(str, wrong.absolute_path)) or "/"
        raise NotAParcel(reason=f"{place}: {wrong.validator}")
    found: dict[str, Any] = told
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands twice would be read one way here and another way elsewhere."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(len(pairs))
    return found


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    text = files("ruimbaan.integrations.rule_exchange").joinpath(SCHEMA).read_text("utf-8")
    return Draft202012Validator(json.loads(text))
