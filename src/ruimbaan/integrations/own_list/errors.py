# SPDX-License-Identifier: EUPL-1.2
"""Why a list as a whole cannot be read: RB-KRT-097 to 099. Nothing of it comes in."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.hsds.errors import ExchangeError


class NoNameColumn(ExchangeError):
    code = "RB-KRT-097"
    cause = Text(
        "Geen kolom met de naam van het aanbod gevonden. Wel: {found}.",
        "No column with the name of the service found. There is: {found}.",
    )
    advice = Text(
        "Noem een kolom Naam, of geef --mapping met `columns: {{name: …}}`.",
        "Call a column Name, or give --mapping with `columns: {{name: …}}`.",
    )


class NotInTheList(ExchangeError):
    code = "RB-KRT-098"
    cause = Text(
        'De kolom "{column}" staat niet in de lijst. Wel: {found}.',
        'The list has no column "{column}". It has: {found}.',
    )
    advice = Text(
        "Schrijf de kolom in het mapping-bestand zoals boven de lijst.",
        "Write the column in the mapping file as it is above the list.",
    )


class NoMapping(ExchangeError):
    code = "RB-KRT-099"
    cause = Text(
        "Dit mapping-bestand is niet te lezen: {reason}.",
        "This mapping file cannot be read: {reason}.",
    )
    advice = Text(
        "Schrijf YAML met `columns:` en daaronder regels als `name: Titel`. Kies uit: {known}.",
        "Write YAML with `columns:` and under it lines such as `name: Title`. Choose from: {known}.",
    )
