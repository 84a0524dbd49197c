# SPDX-License-Identifier: EUPL-1.2
"""The two tables of Ik nu besides the notes: a sketch of one moment, and looking back on a step."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import models
from ruimbaan.parts.journey.kind import DOMAINS, Field, Kind, Shape
from ruimbaan.parts.journey.now.content_of import asks, marks

IN_TIME = {
    "yes": Text("Ja, op tijd", "Yes, in time"),
    "partly": Text("Voor een deel", "In part"),
    "no": Text("Nee, te laat", "No, too late"),
}
TOLD_ONCE = {
    "yes": Text("Dat klopt", "That is right"),
    "partly": Text("Voor een deel", "In part"),
    "no": Text("Ik moest het weer vertellen", "I had to tell it again"),
}
TITLE, WHAT, TIME, TOLD = "title", "what", "in_time", "told_once"

SKETCH = Kind(
    Part.ME_NOW,
    models.MeNowSketch,
    "ik-nu/schets",
    "sun",
    Text("Mijn schetsen", "My sketches"),
    Text("je schetsen", "your sketches"),
    (Text("1 schets", "1 sketch"), Text("{count} schetsen", "{count} sketches")),
    Text("Hoe is het nu? Sla over wat je wilt.", "How is it now? Skip what you like."),
    Text("Een schets maken", "Make a sketch"),
    Text("Er staat nog geen schets.", "There is no sketch yet."),
    (
        Field(TITLE, Text("Hoe noem je dit moment?", "What do you call this moment?"), Shape.LINE),
        *(Field(code, DOMAINS[code], Shape.ANSWER, answers=marks()) for code in asks()),
    ),
    own_pages=True,
    further="me_now_sketch",
)
LOOKING_BACK = Kind(
    Part.OWN,
    models.LookingBack,
    "ik-nu/terugblik",
    "clock",
    Text("Hoe ging het tot nu toe?", "How did it go so far?"),
    Text("hoe je op hulp terugkijkt", "how you look back on support"),
    (Text("1 keer", "1 time"), Text("{count} keer", "{count} times")),
    Text("Was de hulp op tijd? Alleen jij ziet dit.", "Was support in time? Only you see this."),
    Text("Terugkijken", "Look back"),
    Text("Er staat nog niets.", "There is nothing yet."),
    (
        Field(WHAT, Text("Waar ging het over?", "What was it about?"), Shape.LINE, must=True),
        Field(TIME, Text("Was dit op tijd?", "Was this in time?"), Shape.ANSWER, answers=IN_TIME),
        Field(
            TOLD,
            Text(
                "Ik hoefde mijn verhaal niet opnieuw te vertellen.",
                "I did not have to tell my story again.",
            ),
            Shape.ANSWER,
            answers=TOLD_ONCE,
        ),
    ),
    own_pages=True,
    further="own_looking_back",
)
