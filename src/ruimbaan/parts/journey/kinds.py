# SPDX-License-Identifier: EUPL-1.2
"""What can stand in each part of a file, as data: the fields, and the words around them.

There is no field for a citizen number, a diagnosis, use or a test result, and there never will be.
"""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import models
from ruimbaan.parts.journey.kind import DOMAINS, Field, Kind, Shape
from ruimbaan.parts.journey.now.kinds import LOOKING_BACK, SKETCH

__all__ = ["DOMAINS", "KINDS", "OF_PART", "OF_PATH", "OWN_SIDE", "ROUTE", "Field", "Kind", "Shape"]

COMING = {"yes": Text("Ja", "Yes"), "no": Text("Nee, een andere dag", "No, another day")}
"""What one can answer about an appointment."""
KINDS: tuple[Kind, ...] = (
    Kind(
        Part.ROUTE,
        models.Route,
        "route",
        "route",
        Text("Mijn route", "My route"),
        Text("je route", "your route"),
        (Text("Staat klaar", "Ready"), Text("Staat klaar", "Ready")),
        Text("Wat doe je, en wie doet wat?", "What do you do, and who does what?"),
        Text("Een route maken", "Make a route"),
        Text("Je route is nog leeg.", "Your route is still empty."),
        (Field("route", Text("De route als bestand", "The route as a file"), Shape.ROUTE),),
        single=True,
        own_pages=True,
    ),
    Kind(
        Part.APPOINTMENTS,
        models.Appointment,
        "afspraken",
        "clock",
        Text("Mijn afspraken", "My appointments"),
        Text("je afspraken", "your appointments"),
        (Text("1 afspraak", "1 appointment"), Text("{count} afspraken", "{count} appointments")),
        Text(
            "Wat staat er te gebeuren? De eerste staat bovenaan.",
            "What is next? The first one is on top.",
        ),
        Text("Nieuwe afspraak", "New appointment"),
        Text("Er staat geen afspraak.", "There is no appointment."),
        (
            Field("what", Text("Wat is het?", "What is it?"), Shape.LINE, must=True),
            Field("day", Text("Op welke dag?", "On which day?"), Shape.DAY, must=True),
            Field("time", Text("Hoe laat?", "At what time?"), Shape.TIME),
            Field("where", Text("Waar?", "Where?"), Shape.LINE),
            Field("with", Text("Wie gaat mee?", "Who comes along?"), Shape.LINE),
            Field("words", Text("Wat wil je nog onthouden?", "What else do you want to remember?")),
            Field(
                "answer",
                Text("Ben je erbij?", "Will you be there?"),
                Shape.ANSWER,
                answers=COMING,
            ),
        ),
    ),
    Kind(
        Part.WISHES,
        models.Wish,
        "wensen",
        "flag",
        Text("Mijn wensen", "My wishes"),
        Text("je wensen", "your wishes"),
        (Text("1 wens", "1 wish"), Text("{count} wensen", "{count} wishes")),
        Text(
            "Wat wil jij? Groot of klein, het mag allebei.",
            "What do you want? Big or small, both are fine.",
        ),
        Text("Nieuwe wens", "New wish"),
        Text("Er staat nog geen wens.", "There is no wish yet."),
        (Field("words", Text("Wat wil je?", "What do you want?"), must=True),),
    ),
    Kind(
        Part.ME_NOW,
        models.MeNowNote,
        "ik-nu",
        "sun",
        Text("Hoe het nu met me gaat", "How I am doing now"),
        Text("hoe het nu met je gaat", "how you are doing now"),
        (Text("1 stukje", "1 piece"), Text("{count} stukjes", "{count} pieces")),
        Text(
            "Vertel het in je eigen woorden. Er is geen goed of fout.",
            "Tell it in your own words. There is no right or wrong.",
        ),
        Text("Iets opschrijven", "Write something down"),
        Text("Er staat nog niets over nu.", "There is nothing about now yet."),
        (
            Field(
                "domain", Text("Waar gaat het over?", "What is it about?"), Shape.DOMAIN, must=True
            ),
            Field("words", Text("Hoe gaat het nu?", "How is it now?"), must=True),
        ),
    ),
    SKETCH,
    Kind(
        Part.PEOPLE,
        models.Contact,
        "mensen",
        "people",
        Text("Mijn mensen", "My people"),
        Text("je mensen", "your people"),
        (Text("1 persoon", "1 person"), Text("{count} mensen", "{count} people")),
        Text(
            "Wie is er voor jou? Schrijf op wie je wilt.",
            "Who is there for you? Write down whom you want.",
        ),
        Text("Iemand erbij", "Add someone"),
        Text("Er staat nog niemand.", "There is nobody here yet."),
        (
            Field(
                "name",
                Text("Hoe heet die persoon?", "What is this person called?"),
                Shape.LINE,
                must=True,
            ),
            Field("who", Text("Wie is dat voor jou?", "Who is this for you?"), Shape.LINE),
            Field(
                "reach",
                Text("Hoe bereik je die persoon?", "How do you reach this person?"),
                Shape.LINE,
            ),
            Field("words", Text("Wat is fijn om te weten?", "What is good to know?")),
        ),
    ),
    Kind(
        Part.STORY,
        models.StoryText,
        "verhaal",
        "speech",
        Text("Mijn verhaal", "My story"),
        Text("je verhaal", "your story"),
        (Text("1 stuk", "1 piece"), Text("{count} stukken", "{count} pieces")),
        Text(
            "Je vertelt het één keer. Niemand verbetert je woorden.",
            "You tell it once. Nobody corrects your words.",
        ),
        Text("Een stuk verhaal erbij", "Add a piece of story"),
        Text(
            "Er staat nog geen verhaal. Dat hoeft ook niet.",
            "There is no story yet. There need not be.",
        ),
        (
            Field(
                "title", Text("Hoe noem je dit stuk?", "What do you call this piece?"), Shape.LINE
            ),
            Field("words", Text("Wat wil je vertellen?", "What do you want to tell?"), must=True),
        ),
    ),
    Kind(
        Part.EMERGENCY_CARD,
        models.EmergencyCard,
        "noodkaart",
        "heart",
        Text("Mijn noodkaart", "My emergency card"),
        Text("je noodkaart", "your emergency card"),
        (Text("Staat klaar", "Ready"), Text("Staat klaar", "Ready")),
        Text(
            "Wat moeten anderen doen als het niet goed gaat?",
            "What should others do when things go wrong?",
        ),
        Text("Noodkaart maken", "Make an emergency card"),
        Text("Je hebt nog geen noodkaart.", "You have no emergency card yet."),
        (
            Field(
                "signs",
                Text(
                    "Hoe merk je dat het niet goed gaat?",
                    "How can one tell that it is not going well?",
                ),
            ),
            Field("helps", Text("Wat helpt jou dan?", "What helps you then?"), must=True),
            Field("hurts", Text("Wat helpt juist niet?", "What does not help?")),
            Field("call", Text("Wie moeten ze bellen?", "Whom should they call?")),
        ),
        single=True,
    ),
    Kind(
        Part.OWN,
        models.OwnNote,
        "notities",
        "lock",
        Text("Mijn eigen notities", "My own notes"),
        Text("je eigen notities", "your own notes"),
        (Text("1 notitie", "1 note"), Text("{count} notities", "{count} notes")),
        Text(
            "Dit ziet nooit iemand anders. Je kunt het niet delen.",
            "Nobody else ever sees this. You cannot share it.",
        ),
        Text("Nieuwe notitie", "New note"),
        Text("Er staat nog geen notitie.", "There is no note yet."),
        (
            Field(
                "words",
                Text("Wat wil je opschrijven?", "What do you want to write down?"),
                must=True,
            ),
        ),
    ),
    Kind(
        Part.OWN,
        models.RouteOwnSide,
        "route/voor-mij",
        "lock",
        Text("Bij mijn route, alleen voor mij", "With my route, for me alone"),
        Text("wat alleen jij van je route ziet", "what only you see of your route"),
        (Text("Staat klaar", "Ready"), Text("Staat klaar", "Ready")),
        Text(
            "Dit ziet nooit iemand anders. Je kunt het niet delen.",
            "Nobody else ever sees this. You cannot share it.",
        ),
        Text("Iets opschrijven", "Write something down"),
        Text("Er staat nog niets.", "There is nothing yet."),
        (Field("own", Text("Alleen voor mij", "For me alone"), Shape.ROUTE),),
        single=True,
        own_pages=True,
        further="own_route",
    ),
    LOOKING_BACK,
)
ROUTE = KINDS[0]
OWN_SIDE = next(kind for kind in KINDS if kind.table is models.RouteOwnSide)
OF_PATH = {kind.path: kind for kind in KINDS if not kind.own_pages}
OF_PART = {kind.part: kind for kind in KINDS if not kind.further}
"""The first table of each part, by which the part is named."""
