# SPDX-License-Identifier: EUPL-1.2
"""A parcel of a made-up region, with something of every kind in it."""

from __future__ import annotations

from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ruimbaan.core.advice.exchange.items import (
    Parcel,
    Points,
    RuleChange,
    SharedAgreement,
    SharedBlock,
    SharedPattern,
)
from ruimbaan.core.advice.followup import Outcome
from ruimbaan.core.kernel.texts import Text

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
CHANGE = RuleChange(
    number="R28",
    title=Text("Een gesprek is genoeg", "A talk is enough"),
    before=Text("Drie papieren vooraf.", "Three papers first."),
    after=Text("Een gesprek aan de balie is genoeg.", "A talk at the counter is enough."),
    layer="policy",
    day=date(2026, 3, 2),
    outcome=Outcome.BETTER,
    points=Points(24, 12, 35),
)
AGREEMENT = SharedAgreement(
    "Samen naar de balie",
    "Iemand heeft geen adres en de papieren zijn niet compleet.",
    ("De opvang gaat mee.", "Burgerzaken begint met wat er is."),
    ("R28",),
    ("F04",),
)
BLOCK = SharedBlock(
    "B40",
    Text("Een balie die opbelt", "A counter that calls"),
    Text("De balie belt zelf de opvang.", "The counter calls the shelter itself."),
    ("R28", "R99"),
    ("F04",),
)
PATTERN = SharedPattern("R28", 30, 20)
PARCEL = Parcel(
    "vestingstad",
    "Vestingstad",
    date(2026, 11, 2),
    (CHANGE,),
    (AGREEMENT,),
    (BLOCK,),
    (PATTERN,),
)
