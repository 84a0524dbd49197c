# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with keys: RB-TRUST-040 to 044."""

from __future__ import annotations

from django.db import OperationalError

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class KeyGone(DomainError):
    code = "RB-TRUST-040"
    cause = Text(
        "De sleutel is er niet: dit is gewist, of werd hier nooit bewaard.",
        "There is no key: this was erased, or was never kept here.",
    )
    advice = Text(
        "Wat gewist is, komt niet terug. Zo is het bedoeld.",
        "What was erased does not come back. That is how it is meant.",
    )


class KeyStoreDown(DomainError, OperationalError):
    """An OperationalError too, so that a reader sees the page "we zijn er zo weer" (503)."""

    code = "RB-TRUST-041"
    cause = Text(
        "De bewaarplaats van de sleutels antwoordt niet: {reason}.",
        "The key store does not answer: {reason}.",
    )
    advice = Text(
        "Kijk of RUIMBAAN_KEYS klopt, of de schijf niet vol is en of er in geschreven mag worden.",
        "See whether RUIMBAAN_KEYS is right, whether the disk has room and may be written to.",
    )


class MasterKeyUnknown(KeyStoreDown):
    code = "RB-TRUST-042"
    cause = Text(
        "De hoofdsleutel {master} ontbreekt of past niet.",
        "The master key {master} is missing or does not fit.",
    )
    advice = Text(
        "Zet ook de oude hoofdsleutel in RUIMBAAN_MASTER_KEY, onder de nieuwe. Zijn het de gegevens"
        " van een demo? Begin de opdracht met RUIMBAAN_DEMO=1.",
        "Put the old master key in RUIMBAAN_MASTER_KEY too, below the new one. Is it the data of a"
        " demo? Begin the command with RUIMBAAN_DEMO=1.",
    )


class SealBroken(DomainError):
    code = "RB-TRUST-043"
    cause = Text(
        "Wat hier staat, is veranderd of verplaatst buiten Ruimbaan om.",
        "What stands here was changed or moved outside Ruimbaan.",
    )
    advice = Text(
        "Meld dit als incident, en haal de rij terug uit een back-up.",
        "Report this as an incident, and take the row back from a backup.",
    )


class KeysAmongData(DomainError):
    code = "RB-TRUST-044"
    cause = Text(
        "De sleutels liggen in dezelfde database als de gegevens.",
        "The keys lie in the same database as the data.",
    )
    advice = Text(
        "Geef in RUIMBAAN_KEYS een ander bestand of een andere database.",
        "Name another file or database in RUIMBAAN_KEYS.",
    )
