# SPDX-License-Identifier: EUPL-1.2
"""Why a file that says what would be different cannot be used (RB-SIM, below 20)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class WhatIfRefused(DomainError):
    """Nothing of the file is used."""


class WhatIfUnreadable(WhatIfRefused):
    code = "RB-SIM-001"
    cause = Text("{file} is niet te lezen: {reason}.", "{file} cannot be read: {reason}.")
    advice = Text(
        "Geef een bestand dat er is, in YAML en UTF-8.",
        "Give a file that is there, in YAML and UTF-8.",
    )


class WhatIfInvalid(WhatIfRefused):
    code = "RB-SIM-002"
    cause = Text(
        "In {file} klopt iets niet, bij {where}: {what}", "{file} is not right, at {where}: {what}"
    )
    advice = Text(
        "Vergelijk het met docs/reference/what-if.md.", "Compare it with docs/reference/what-if.md."
    )


class UnknownName(WhatIfRefused):
    code = "RB-SIM-003"
    cause = Text('"{name}" bestaat niet in {region}.', 'There is no "{name}" in {region}.')
    advice = Text("Verbeter de naam.{near}", "Mend the name.{near}")


class NotBegunEarlier(WhatIfRefused):
    code = "RB-SIM-004"
    cause = Text("{rule} gaat niet over eerder beginnen.", "{rule} is not about beginning earlier.")
    advice = Text(
        "Zet {rule} onder bend, of kies uit: {known}.",
        "Put {rule} under bend, or choose from: {known}.",
    )


class NoLine(WhatIfRefused):
    code = "RB-SIM-005"
    cause = Text(
        "Bij {service} is geen rij: daar staat niet hoeveel plekken er zijn en hoe lang iemand blijft.",
        "There is no line at {service}: it does not say how many places there are and how long one "
        "stays.",
    )
    advice = Text("Kies uit: {known}.", "Choose from: {known}.")


class OtherRegion(WhatIfRefused):
    code = "RB-SIM-006"
    cause = Text(
        "{file} gaat over {there}, niet over {region}.", "{file} is about {there}, not {region}."
    )
    advice = Text("Geef --region {there}.", "Give --region {there}.")
