# SPDX-License-Identifier: EUPL-1.2
"""Why a parcel from another region is not taken in, or does not go out: RB-EXC."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotAParcel(DomainError):
    code = "RB-EXC-001"
    cause = Text(
        "Dit bestand is niet wat regio's elkaar sturen ({reason}).",
        "This file is not what regions send each other ({reason}).",
    )
    advice = Text(
        "Vraag de ander om een nieuw bestand, gemaakt met `ruimbaan exchange export`. Er is niets "
        "bewaard.",
        "Ask the other for a new file, made with `ruimbaan exchange export`. Nothing was kept.",
    )


class SignatureWrong(DomainError):
    code = "RB-EXC-002"
    cause = Text(
        "De handtekening past niet bij wat erin staat. Iemand veranderde het bestand, of het raakte "
        "beschadigd.",
        "The signature does not fit what is in it. Somebody changed the file, or it was damaged.",
    )
    advice = Text(
        "Vraag de ander om het opnieuw te sturen. Er is niets bewaard.",
        "Ask the other to send it again. Nothing was kept.",
    )


class SignerUnknown(DomainError):
    code = "RB-EXC-003"
    cause = Text(
        "Dit is getekend met een sleutel die we niet kennen: {key}.",
        "This is signed with a key that we do not know: {key}.",
    )
    advice = Text(
        "Bel de ander en vergelijk de sleutel. Klopt hij, doe dan: ruimbaan exchange trust naam "
        "{key}. Er is niets bewaard.",
        "Call the other and compare the key. If it is right: ruimbaan exchange trust name {key}. "
        "Nothing was kept.",
    )


class LooksPersonal(DomainError):
    code = "RB-EXC-004"
    cause = Text(
        "In een tekst staat {found}. Daaraan kan iemand te herkennen zijn.",
        "A text contains {found}. Someone could be recognised by it.",
    )
    advice = Text(
        "Haal dat weg waar het is geschreven, en maak het bestand opnieuw. Er is niets bewaard.",
        "Take it out where it was written, and make the file again. Nothing was kept.",
    )


class FigureTooSmall(DomainError):
    code = "RB-EXC-005"
    cause = Text(
        "Bij {number} staat een cijfer onder de tien, of een dat niet is afgerond op tienen.",
        "At {number} there is a figure below ten, or one that is not in whole tens.",
    )
    advice = Text(
        "Maak het bestand opnieuw met `ruimbaan exchange export`. Er is niets bewaard.",
        "Make the file again with `ruimbaan exchange export`. Nothing was kept.",
    )


class OlderThanKept(DomainError):
    code = "RB-EXC-006"
    cause = Text(
        "Van {title} hebben we al iets nieuwers, van {day}.",
        "We already have something newer of {title}, of {day}.",
    )
    advice = Text(
        "Vraag om het nieuwste bestand. Wat er stond is gebleven.",
        "Ask for the newest file. What was there has stayed.",
    )


class OwnParcel(DomainError):
    code = "RB-EXC-007"
    cause = Text("Dit bestand is van uzelf.", "This file is your own.")
    advice = Text(
        "Neem een bestand van een andere regio. Er is niets bewaard.",
        "Take a file of another region. Nothing was kept.",
    )


class NothingToTell(DomainError):
    code = "RB-EXC-008"
    cause = Text("Er is nog niets om te delen.", "There is nothing to share yet.")
    advice = Text(
        "Er moet eerst een regel veranderd zijn, een werkafspraak gelden of een patroon van tien keer.",
        "First a rule has to change, an agreement to hold, or a pattern to have been told ten times.",
    )


class KeyNotRight(DomainError):
    code = "RB-EXC-009"
    cause = Text("Dit is geen sleutel: {given}.", "This is no key: {given}.")
    advice = Text(
        "Vraag de ander wat `ruimbaan exchange key` daar zegt, en neem die regel over.",
        "Ask the other what `ruimbaan exchange key` says there, and copy that line.",
    )
