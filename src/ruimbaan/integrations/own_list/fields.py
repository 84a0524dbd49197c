# SPDX-License-Identifier: EUPL-1.2
"""What a list can say of a service, how the template calls it, and how others do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Field:
    """`name` stands in a mapping file; `seen_as` are headings met in lists; `goes_to` is where its
    text goes in HSDS."""

    name: str
    heading: Text
    explanation: Text
    example: Text
    seen_as: tuple[str, ...]
    goes_to: tuple[tuple[str, str], ...] = ()


def _seen(written: str) -> tuple[str, ...]:
    return tuple(heading.strip() for heading in written.split(","))


ALL = (
    Field(
        "id",
        Text("Kenmerk", "Id"),
        Text("eigen nummer; dan werkt opnieuw inlezen", "your own number, to import again"),
        Text("WN-12", "WN-12"),
        _seen("id, nr, nummer, code, uniek nummer, identificatie, volgnummer, aanbod id"),
    ),
    Field(
        "name",
        Text("Naam", "Name"),
        Text("verplicht: hoe mensen het noemen", "required: what people call it"),
        Text("Inloophuis De Brug", "Drop-in centre De Brug"),
        _seen("naam aanbod, aanbod, titel, naam dienst, dienst, voorziening, activiteit, title"),
        (("service", "name"),),
    ),
    Field(
        "organisation",
        Text("Organisatie", "Organisation"),
        Text("wie het doet", "who runs it"),
        Text("Stichting De Brug", "De Brug foundation"),
        _seen(
            "aanbieder, instelling, naam organisatie, organization, provider, partner, uitvoerder"
        ),
        (("organization", "name"),),
    ),
    Field(
        "description",
        Text("Omschrijving", "Description"),
        Text("wat je er krijgt, in twee zinnen", "what you get there, in two sentences"),
        Text("Koffie, een praatje en hulp bij post.", "Coffee, a chat and help with letters."),
        _seen("beschrijving, toelichting, korte omschrijving, inhoud, wat, samenvatting, summary"),
        (("service", "description"),),
    ),
    Field(
        "for_whom",
        Text("Voor wie", "For whom"),
        Text("voor wie het is", "who it is for"),
        Text("Iedereen vanaf 18 jaar", "Everyone from 18"),
        _seen("doelgroep, doelgroepen, bestemd voor, target group, eligibility"),
        (("service", "eligibility_description"),),
    ),
    Field(
        "street",
        Text("Straat en huisnummer", "Street and number"),
        Text("bezoekadres", "where you go"),
        Text("Langestraat 12", "Langestraat 12"),
        _seen("adres, straat, bezoekadres, straatnaam, address, street, locatie"),
        (("address", "address_1"),),
    ),
    Field(
        "postal_code",
        Text("Postcode", "Postal code"),
        Text("zoals 6511 AB", "as 6511 AB"),
        Text("6511 AB", "6511 AB"),
        _seen("pc, postal code, zip, postcode bezoekadres"),
        (("address", "postal_code"),),
    ),
    Field(
        "town",
        Text("Plaats", "Town"),
        Text("plaatsnaam", "name of the town"),
        Text("Waalstad", "Waalstad"),
        _seen("woonplaats, stad, plaatsnaam, vestigingsplaats, city, gemeente"),
        (("address", "city"),),
    ),
    Field(
        "phone",
        Text("Telefoon", "Phone"),
        Text("met netnummer", "with its area code"),
        Text("024-1234567", "024-1234567"),
        _seen("tel, telefoonnummer, tel nr, telnr, mobiel, tel., phone number"),
        (("phone", "number"),),
    ),
    Field(
        "email",
        Text("E-mail", "E-mail"),
        Text("van de plek, niet van een persoon", "of the place, not of a person"),
        Text("info@debrug.example", "info@debrug.example"),
        _seen("email, mail, e-mailadres, mailadres, emailadres, e mail"),
        (("service", "email"),),
    ),
    Field(
        "website",
        Text("Website", "Website"),
        Text("de pagina van dit aanbod", "the page of this support"),
        Text("https://debrug.example", "https://debrug.example"),
        _seen("url, site, webadres, internet, link, homepage, webpagina, internetadres"),
        (("service", "url"),),
    ),
    Field(
        "hours",
        Text("Openingstijden", "Opening hours"),
        Text("ma-vr 09:00-17:00; za 10:00-12:00", "mo-fr 09:00-17:00; sa 10:00-12:00"),
        Text("ma-vr 09:00-17:00", "mo-fr 09:00-17:00"),
        _seen("open, tijden, opening, openingsuren, wanneer, hours, dagen en tijden"),
        (("schedule", "description"),),
    ),
    Field(
        "costs",
        Text("Kosten", "Costs"),
        Text("gratis, of wat het kost", "free, or what it costs"),
        Text("gratis", "free"),
        _seen("prijs, eigen bijdrage, tarief, bijdrage, costs, fee, price"),
        (("service", "fees_description"),),
    ),
    Field(
        "languages",
        Text("Talen", "Languages"),
        Text("met een komma ertussen", "with commas between"),
        Text("Nederlands, Arabisch", "Dutch, Arabic"),
        _seen("taal, spreektaal, gesproken talen, voertaal, language"),
        (("language", "name"),),
    ),
    Field(
        "applying",
        Text("Aanmelden", "How to apply"),
        Text("hoe je binnenkomt", "how you get in"),
        Text("Loop binnen, zonder afspraak", "Walk in, no appointment"),
        _seen("aanmelding, verwijzing, toegang, hoe aanmelden, toeleiding, application"),
        (("service", "application_process"),),
    ),
    Field(
        "wait",
        Text("Wachttijd", "Waiting time"),
        Text("hoe lang je wacht", "how long you wait"),
        Text("geen", "none"),
        _seen("wachtlijst, wachttijden, wait, waiting list"),
        (("service", "wait_time"),),
    ),
    Field(
        "verified",
        Text("Laatst nagekeken", "Last checked"),
        Text("dag-maand-jaar: door een mens", "day-month-year: by a person"),
        Text("22-11-2026", "22-11-2026"),
        _seen("gecontroleerd op, bijgewerkt, datum controle, actueel op, laatst gecontroleerd"),
        (("service", "assured_date"),),
    ),
)
BY_NAME: Mapping[str, Field] = MappingProxyType({field.name: field for field in ALL})
FIELD_OF: Mapping[tuple[str, str], str] = MappingProxyType(
    {spot: field.name for field in ALL for spot in field.goes_to}
)
