# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a file of colours: RB-THEME."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class ThemeNotRead(DomainError):
    code = "RB-THEME-001"
    cause = Text(
        "Het kleurenbestand is niet te lezen: {reason}.",
        "The file of colours cannot be read: {reason}.",
    )
    advice = Text(
        "Kijk of RUIMBAAN_THEME het goede bestand noemt en of de site het mag lezen.",
        "See whether RUIMBAAN_THEME names the right file and the site may read it.",
    )


class NotAColour(DomainError):
    code = "RB-THEME-002"
    cause = Text(
        "Regel {line} van het kleurenbestand is geen kleur: {said}",
        "Line {line} of the file of colours is no colour: {said}",
    )
    advice = Text(
        "Schrijf elke regel als `--rb-main: #0b6163;`. Andere regels mogen er niet in.",
        "Write each line as `--rb-main: #0b6163;`. No other lines may be there.",
    )


class NotYoursToChange(DomainError):
    code = "RB-THEME-003"
    cause = Text(
        "De kleur {name} ligt vast, of bestaat niet.",
        "The colour {name} is fixed, or is not there.",
    )
    advice = Text(
        "Je kunt veranderen: {may}. De andere kleuren betekenen iets, op elke site hetzelfde.",
        "You may change: {may}. The other colours mean something, the same on every site.",
    )


class TooLittleContrast(DomainError):
    code = "RB-THEME-004"
    cause = Text(
        "Deze kleuren verschillen te weinig om te lezen: {pairs}.",
        "These colours differ too little to be read: {pairs}.",
    )
    advice = Text(
        "Maak het verschil groter: de donkere kleur donkerder, of de lichte lichter."
        " `ruimbaan theme check` rekent het na.",
        "Make the difference larger: the dark colour darker, or the light one lighter."
        " `ruimbaan theme check` works it out.",
    )
