# SPDX-License-Identifier: EUPL-1.2
"""The colours of all pictures, equal to the tokens in the style sheet (a test compares them)."""

from __future__ import annotations

from enum import StrEnum

INK = "#211e1a"
SOFT = "#5b544b"
LINE = "#e5dfd5"
PAPER = "#faf8f4"
WHITE = "#ffffff"

ROOM = "#ffb000"  # vrije ruimte, and nothing else
ROOM_INK = "#6b4200"
ROOM_GROUND = "#fff5dc"
WAIT = "#8d857a"
WAIT_STRIPE = "#dcd5ca"
GAP = "#b3261e"  # rules and gaps, never people
ARRIVED = "#157b31"
PAST = "#d6cfc4"  # how it goes without room
PAST_INK = "#38332d"
SLATES = ("#eef1f4", "#d5dde4", "#a9b8c5", "#5a6f83", "#33465a")  # from quick to slow: no judgement


class Payer(StrEnum):
    """Whose money a support runs on. The name always stands beside the colour."""

    HEALTH_INSURANCE = "health-insurance"
    MUNICIPAL_SUPPORT = "municipal-support"
    BENEFIT = "benefit"
    DEBT_HELP_OR_GRANT = "debt-help-or-grant"
    OWN_STRENGTH = "own-strength"
    OTHER = "other"

    @property
    def colour(self) -> str:
        return _PAYERS[self]


_PAYERS = {
    Payer.HEALTH_INSURANCE: "#006fb3",
    Payer.MUNICIPAL_SUPPORT: "#157b31",
    Payer.BENEFIT: "#5b3fd0",
    Payer.DEBT_HELP_OR_GRANT: "#ac501b",
    Payer.OWN_STRENGTH: "#a8235e",
    Payer.OTHER: "#475467",
}

# Every pair of text on ground that a picture uses; a test keeps each at 4.5 to 1 or better.
TEXT_ON_GROUND = (
    (INK, WHITE),
    (INK, PAPER),
    (INK, ROOM_GROUND),
    (SOFT, WHITE),
    (SOFT, PAPER),
    (SOFT, ROOM_GROUND),
    (ROOM_INK, WHITE),
    (ROOM_INK, ROOM_GROUND),
    (GAP, WHITE),
    (PAST_INK, PAST),
    (WHITE, INK),
    (WHITE, ARRIVED),
    *((INK, slate) for slate in SLATES[:3]),
    *((WHITE, slate) for slate in SLATES[3:]),
    *((WHITE, colour) for colour in _PAYERS.values()),
)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
