# SPDX-License-Identifier: EUPL-1.2
"""Why two entries may be the same, or not, in the words of a coordinator."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ruimbaan.core.directory.duplicates.names import Names
from ruimbaan.core.kernel.texts import Text


class Reason(StrEnum):
    """Kept in the database by these words: they do not change."""

    NAME_SAME = "name-same"
    NAME_ALIKE = "name-alike"
    NAME_LONGER = "name-longer"
    NAME_MORE = "name-more"
    NAME_PARTLY = "name-partly"
    NAME_OTHER = "name-other"
    NAME_APART = "name-apart"
    PHONE = "phone"
    MAIL = "mail"
    PAGE = "page"
    HOST = "host"
    ADDRESS = "address"
    STREET = "street"
    TOWN_OTHER = "town-other"
    ORGANISATION = "organisation"
    ORGANISATION_OTHER = "organisation-other"


OF_NAMES: Mapping[Names, Reason] = MappingProxyType(
    {names: Reason(f"name-{names.value}") for names in Names}
)
TEXTS: Mapping[Reason, Text] = MappingProxyType(
    {
        Reason.NAME_SAME: Text("dezelfde naam", "the same name"),
        Reason.NAME_ALIKE: Text("bijna dezelfde naam", "almost the same name"),
        Reason.NAME_LONGER: Text(
            "dezelfde naam, één keer met de soort erbij", "the same name, once with its kind"
        ),
        Reason.NAME_MORE: Text("de ene naam zit in de andere", "one name is part of the other"),
        Reason.NAME_PARTLY: Text("de naam lijkt voor een deel", "the names agree in part"),
        Reason.NAME_OTHER: Text("een andere naam", "another name"),
        Reason.NAME_APART: Text(
            "de naam zegt dat het twee plekken zijn", "the names say that these are two places"
        ),
        Reason.PHONE: Text("hetzelfde telefoonnummer", "the same phone number"),
        Reason.MAIL: Text("hetzelfde e-mailadres", "the same e-mail address"),
        Reason.PAGE: Text("dezelfde webpagina", "the same web page"),
        Reason.HOST: Text("dezelfde website", "the same website"),
        Reason.ADDRESS: Text("hetzelfde adres", "the same address"),
        Reason.STREET: Text("dezelfde straat met hetzelfde nummer", "the same street and number"),
        Reason.TOWN_OTHER: Text("een andere plaats", "another town"),
        Reason.ORGANISATION: Text("dezelfde organisatie", "the same organisation"),
        Reason.ORGANISATION_OTHER: Text("een andere organisatie", "another organisation"),
    }
)
