# SPDX-License-Identifier: EUPL-1.2
"""What others must answer, and what must run beside the site."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.accounts.queries import other_site_answers
from ruimbaan.parts.handoff.queries import told_too_late
from ruimbaan.parts.operating.line import Line, State

SIGN_IN = Text("Inloggen bij de organisatie", "Sign-in of the organisation")
NOT_SET = Text("Niet ingesteld.", "Not set.")
ANSWERS = Text("Die site antwoordt en is wie hij zegt.", "That site answers and is who it says.")
SILENT = Text("Die site antwoordt niet zoals het hoort.", "That site does not answer as it should.")
LOOK_THERE = Text(
    "Kijk of RUIMBAAN_OIDC_ISSUER klopt en of die site draait. Medewerkers komen nu niet binnen.",
    "See whether RUIMBAAN_OIDC_ISSUER is right and that site runs. Workers cannot get in now.",
)
REMINDERS = Text("Herinneringen", "Reminders")
ALL_TOLD = Text("Niemand wacht op een herinnering.", "Nobody waits for a reminder.")
LATE = Text("Er zijn herinneringen te laat.", "Reminders are late.")
RUN_IT = Text(
    "Draai elke ochtend `ruimbaan handoff remind` en `ruimbaan room remind`.",
    "Run `ruimbaan handoff remind` and `ruimbaan room remind` every morning.",
)


def sign_in(now: datetime) -> Line:
    if not settings.OIDC.issuer:
        return Line("sign-in", SIGN_IN, State.OFF, NOT_SET)
    if other_site_answers(settings.OIDC.issuer):
        return Line("sign-in", SIGN_IN, State.GOOD, ANSWERS)
    return Line("sign-in", SIGN_IN, State.WRONG, SILENT, LOOK_THERE)


def reminders(now: datetime) -> Line:
    """Somebody may fall between two stools when these do not leave."""
    if not told_too_late(now):
        return Line("reminders", REMINDERS, State.GOOD, ALL_TOLD)
    state = State.LOOK if settings.ENVIRONMENT.demo else State.WRONG
    return Line("reminders", REMINDERS, state, LATE, RUN_IT)
