# SPDX-License-Identifier: EUPL-1.2
"""How closed answers are said. Translated when they are used, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ruimbaan.core.frictions.reports import Help, SetAside
from ruimbaan.core.frictions.round_table import Kind, Outcome, Seat, Weight

HELPS: Mapping[Help, Promise] = {
    Help.EARLIER: _("Eerder beginnen"),
    Help.SOMEONE_CALLS: _("Iemand die de ander belt"),
    Help.RULE_BENDS: _("Een regel soepeler gebruiken"),
    Help.A_PLACE: _("Een plek voor zolang"),
    Help.MONEY_FIRST: _("Eerst betalen, later verrekenen"),
    Help.TOLD_ONCE: _("Het verhaal maar één keer doen"),
}
SET_ASIDE: Mapping[SetAside, Promise] = {
    SetAside.ABOUT_A_PERSON: _("Er staat iemand in"),
    SetAside.NOT_A_CONNECTION: _("Gaat niet over de aansluiting"),
    SetAside.UNCLEAR: _("Onduidelijk"),
}
WEIGHTS: Mapping[Weight, Promise] = {
    Weight.NORMAL: _("normaal"),
    Weight.COSTLY: _("kostbaar"),
    Weight.JAMMED: _("vastgelopen"),
}
WEIGHT_HELP: Mapping[Weight, Promise] = {
    Weight.NORMAL: _("Het hoort erbij. Mensen komen verder."),
    Weight.COSTLY: _("Het kost mensen weken, of veel uitleg."),
    Weight.JAMMED: _("Mensen komen hier niet verder."),
}
SEATS: Mapping[Seat, Promise] = {
    Seat.CLIENT: _("iemand die hulp krijgt"),
    Seat.EXPERIENCE_EXPERT: _("een ervaringsdeskundige"),
    Seat.CLOSE_ONE: _("een naaste"),
    Seat.WORKER: _("iemand van de uitvoering"),
    Seat.MANAGER: _("een manager"),
    Seat.MUNICIPALITY: _("de gemeente"),
    Seat.PAYER: _("wie betaalt"),
    Seat.INITIATIVE: _("een vrij initiatief"),
}
KINDS: Mapping[Kind, Promise] = {
    Kind.LEAVE: _("We laten het zo"),
    Kind.AGREE: _("We spreken iets af"),
    Kind.ROOM: _("We gebruiken ruimte"),
    Kind.CHANGE_RULE: _("We vragen een regel te veranderen"),
}
KIND_HELP: Mapping[Kind, Promise] = {
    Kind.LEAVE: _("Ook dat is een besluit. Schrijf op waarom."),
    Kind.AGREE: _("Wie doet wat, en tot wanneer."),
    Kind.ROOM: _("Welke regel, en wie mag ja zeggen."),
    Kind.CHANGE_RULE: _("Welke regel, en aan wie u het vraagt."),
}
OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.HELPED: _("Het hielp"),
    Outcome.A_BIT: _("Het hielp een beetje"),
    Outcome.NOT_YET: _("Het hielp nog niet"),
    Outcome.NOT_DONE: _("Het is niet gedaan"),
}
