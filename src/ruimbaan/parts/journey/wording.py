# SPDX-License-Identifier: EUPL-1.2
"""The words for purposes, ends, ways of saying yes, and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.grants import USUAL, Given
from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.purposes import Purpose


@dataclass(frozen=True, slots=True)
class PurposeWords:
    """`path` stands in the address; `inside` follows "dit is voor"."""

    path: str
    choice: Text
    inside: Text


PURPOSES: Mapping[Purpose, PurposeWords] = {
    Purpose.SUPPORT: PurposeWords(
        "steun",
        Text("Om met mij mee te lopen", "To walk along with me"),
        Text("steun onderweg", "support along the way"),
    ),
    Purpose.NEARNESS: PurposeWords(
        "nabij",
        Text("Om er te zijn als naaste", "To be there as a close one"),
        Text("steun als naaste", "support as a close one"),
    ),
    Purpose.HANDOFF: PurposeWords(
        "overdracht",
        Text("Om mijn hulp over te nemen", "To take over my support"),
        Text("het overnemen van je hulp", "taking over your support"),
    ),
    Purpose.APPLICATION: PurposeWords(
        "aanvraag",
        Text("Voor één aanvraag van mij", "For one application of mine"),
        Text("één aanvraag van jou", "one application of yours"),
    ),
    Purpose.EMERGENCY: PurposeWords(
        "nood",
        Text("Voor als het niet goed gaat", "For when it is not going well"),
        Text("als het niet goed gaat", "when it is not going well"),
    ),
}
"""Paying is not among them: it opens nothing of a file."""
OF_PURPOSE_PATH = {words.path: purpose for purpose, words in PURPOSES.items()}


class Until(StrEnum):
    TODAY = "vandaag"
    MONTH = "maand"
    QUARTER = "kwartaal"
    DAY = "dag"


USUAL_UNTIL = Until.QUARTER
DAYS: Mapping[Until, int] = {Until.TODAY: 0, Until.MONTH: 30, Until.QUARTER: USUAL.days - 1}
"""Until the end of the day that comes this many days from now: today counts too."""
UNTIL: Mapping[Until, Text] = {
    Until.TODAY: Text("Alleen vandaag", "Today only"),
    Until.MONTH: Text("1 maand", "1 month"),
    Until.QUARTER: Text("3 maanden", "3 months"),
    Until.DAY: Text("Tot een dag die ik kies", "Until a day that I choose"),
}
GIVEN: Mapping[Given, Text] = {
    Given.SELF: Text("Ik doe het zelf", "I do it myself"),
    Given.WITH_HELP: Text("Iemand helpt mij", "Someone helps me"),
    Given.SPOKEN: Text("Ik zeg het, met iemand erbij", "I say it, with someone present"),
}
ROLES: Mapping[Role, Text] = {
    Role.WORKER: Text("hulpverlener", "worker"),
    Role.EXPERIENCE_EXPERT: Text("ervaringsdeskundige", "expert by experience"),
    Role.STEWARD: Text("regisseur", "steward"),
    Role.EDITOR: Text("redacteur", "editor"),
    Role.ADMINISTRATOR: Text("beheerder", "administrator"),
}
CLOSE_ONE = Text("naaste", "close one")
WHOLE_ORGANISATION = Text("Iedereen die daar hulp geeft", "Everyone who gives support there")
NOBODY = Text("iemand die hier niet meer is", "someone who is no longer here")

WHY: Mapping[Because, Text] = {
    Because.OWNER: Text("Ja. Het is je eigen reis.", "Yes. It is your own journey."),
    Because.GRANT: Text(
        "Ja. Jij laat dit zien tot en met {datum}. Het is voor {doel}.",
        "Yes. You show this up to and including {datum}. It is for {doel}.",
    ),
    Because.IN_PERSON: Text(
        "Ja. Jij was erbij om weer in te loggen.", "Yes. You were there to sign in again."
    ),
    Because.OWN_WISH: Text("Ja. Stoppen mag altijd.", "Yes. One may always stop."),
    Because.NOT_SIGNED_IN: Text(
        "Nee. Wie niet inlogt, ziet niets.", "No. Who does not sign in sees nothing."
    ),
    Because.NO_SUCH_FILE: Text("Nee. Er is geen reis.", "No. There is no journey."),
    Because.RESTRICTED: Text(
        "Nee. Je zette alles even dicht.", "No. You closed everything for a while."
    ),
    Because.ONLY_OWNER: Text("Nee. Dat mag alleen jij.", "No. Only you may do that."),
    Because.NEVER_SHARED: Text(
        "Nee. Dit deel ziet nooit iemand anders.", "No. Nobody else ever sees this part."
    ),
    Because.ROLE_SEES_NO_FILES: Text(
        "Nee. Met dit werk ziet niemand jouw reis.",
        "No. Nobody sees your journey in this kind of work.",
    ),
    Because.NO_GRANT: Text("Nee. Dit laat jij niet zien.", "No. You do not show this."),
    Because.OTHER_PURPOSE: Text(
        "Nee. Je gaf dit voor iets anders.", "No. You gave this for something else."
    ),
    Because.NOT_YET: Text("Nee, nu nog niet.", "No, not yet."),
    Because.ENDED: Text("Nee. Het delen liep vanzelf af.", "No. The sharing ended by itself."),
    Because.REVOKED: Text("Nee. Jij bent ermee gestopt.", "No. You stopped it."),
    Because.MEMBERSHIP_ENDED: Text(
        "Nee. Deze persoon werkt daar niet meer.", "No. This person no longer works there."
    ),
}
"""Every reason that `decide` can give, said to the person whose file it is."""
SHOWN_THEN = Text("Ja. Jij liet dit zien.", "Yes. You showed this.")


@dataclass(frozen=True, slots=True)
class LookedWords:
    """What stands in the log of who looked."""

    allowed: Text
    refused: Text


_TRIED = Text(
    "{wie} probeerde te kijken naar {deel}. Dat mocht niet.",
    "{wie} tried to look at {deel}. That was not allowed.",
)
_TRIED_TO_CHANGE = Text(
    "{wie} probeerde {deel} te veranderen. Dat mocht niet.",
    "{wie} tried to change {deel}. That was not allowed.",
)
LOOKED: Mapping[Action, LookedWords] = {
    Action.LOOK: LookedWords(Text("{wie} keek naar {deel}.", "{wie} looked at {deel}."), _TRIED),
    Action.CHANGE: LookedWords(
        Text("{wie} veranderde iets in {deel}.", "{wie} changed something in {deel}."),
        _TRIED_TO_CHANGE,
    ),
    Action.SHARE: LookedWords(
        Text("{wie} veranderde wie {deel} ziet.", "{wie} changed who sees {deel}."),
        Text(
            "{wie} probeerde {deel} te delen. Dat mocht niet.",
            "{wie} tried to share {deel}. That was not allowed.",
        ),
    ),
    Action.TAKE_ALONG: LookedWords(
        Text("{wie} nam {deel} mee.", "{wie} took {deel} along."),
        Text(
            "{wie} probeerde {deel} mee te nemen. Dat mocht niet.",
            "{wie} tried to take {deel} along. That was not allowed.",
        ),
    ),
    Action.ERASE: LookedWords(
        Text("{wie} wiste {deel}.", "{wie} erased {deel}."),
        Text(
            "{wie} probeerde {deel} te wissen. Dat mocht niet.",
            "{wie} tried to erase {deel}. That was not allowed.",
        ),
    ),
    Action.SEE_LOG: LookedWords(
        Text("{wie} keek wie er keek.", "{wie} looked at who looked."),
        Text(
            "{wie} wilde zien wie er keek. Dat mocht niet.",
            "{wie} wanted to see who looked. That was not allowed.",
        ),
    ),
    Action.RECOVER: LookedWords(
        Text("{wie} hielp je om weer in te loggen.", "{wie} helped you to sign in again."),
        Text(
            "{wie} wilde je laten inloggen. Dat mocht niet.",
            "{wie} wanted to let you sign in. That was not allowed.",
        ),
    ),
    Action.STEP_BACK: LookedWords(
        Text(
            "{wie} stopte zelf, en ziet niets meer van jou.",
            "{wie} stopped, and sees nothing of you any more.",
        ),
        Text(
            "{wie} wilde stoppen. Dat lukte niet.", "{wie} wanted to stop. That did not work out."
        ),
    ),
}
LOOKER: Mapping[str, Text] = {
    "owner": Text("jij", "you"),
    "link": Text("iemand met een link van jou", "somebody with a link from you"),
    "stranger": Text("iemand die niet was ingelogd", "somebody who was not signed in"),
    "route": Text("je route", "your route"),
    "handoff": Text("je overdracht", "your handoff"),
}
"""Who has no name, the owner, and the part that has no list of its own yet."""
