# SPDX-License-Identifier: EUPL-1.2
"""Why no people can be drawn (RB-POP)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoPopulation(DomainError):
    code = "RB-POP-001"
    cause = Text(
        "Van {region} is geen bedachte bevolking: {file} is er niet.",
        "There are no made-up people of {region}: {file} is not there.",
    )
    advice = Text(
        "Schrijf zo'n bestand naar het voorbeeld van demo/bevolking/waalstad.yaml.",
        "Write such a file after the example of demo/bevolking/waalstad.yaml.",
    )


class PopulationInvalid(DomainError):
    code = "RB-POP-002"
    cause = Text(
        "In {file} klopt iets niet, bij {where}: {what}", "{file} is not right, at {where}: {what}"
    )
    advice = Text(
        "Vergelijk het met src/ruimbaan/integrations/population/population.schema.json.",
        "Compare it with src/ruimbaan/integrations/population/population.schema.json.",
    )
