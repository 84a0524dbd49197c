# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the access log: RB-TRUST-030 and on."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class LogDown(DomainError):
    """The row is not on disk, so nothing may be shown. Becomes the page "even niet"."""

    code = "RB-TRUST-030"
    cause = Text(
        "Het logboek kan nu niet worden bijgewerkt.", "The access log cannot be written now."
    )
    advice = Text(
        "Kijk of de schijf vol is en of de database draait. Het herstelt vanzelf.",
        "Check whether the disk is full and the database runs. It recovers by itself.",
    )


class NoAnchors(DomainError):
    code = "RB-TRUST-031"
    cause = Text("{address} laat geen ankers zien.", "{address} shows no anchors.")
    advice = Text(
        "Kijk of daar een Ruimbaan draait, en of het adres klopt.",
        "Check that a Ruimbaan runs there, and the address.",
    )


class OtherAnchors(DomainError):
    code = "RB-TRUST-032"
    cause = Text(
        "{address} laat andere ankers zien dan {path} bewaarde.",
        "{address} shows other anchors than {path} kept.",
    )
    advice = Text(
        "Het logboek daar is veranderd. Bewaar het bestand en meld het als incident.",
        "The log there was changed. Keep the file and report it as an incident.",
    )


class AnchorsUnread(DomainError):
    code = "RB-TRUST-033"
    cause = Text("{path} is niet te gebruiken: {reason}.", "{path} cannot be used: {reason}.")
    advice = Text(
        "Geef een bestand met ankers, of een bewaarde brief.",
        "Give a file with anchors, or a letter that was kept.",
    )
