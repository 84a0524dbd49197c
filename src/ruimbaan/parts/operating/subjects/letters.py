# SPDX-License-Identifier: EUPL-1.2
"""Letters: does the mail server let us in, and does what waits leave?"""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.operating.line import Line, State, filled
from ruimbaan.parts.outbox.queries import waiting

MAIL = Text("Mailserver", "Mail server")
FOLDER = Text("Brieven gaan naar een map.", "Letters go into a folder.")
NO_MAIL = Text("Er is geen mailserver ingesteld.", "No mail server is set.")
SET_MAIL = Text(
    "Zet RUIMBAAN_MAIL. Zonder gaat geen code, uitnodiging of herinnering de deur uit.",
    "Set RUIMBAAN_MAIL. Without it no code, invitation or reminder leaves.",
)
LETS_IN = Text("Hij laat ons binnen.", "It lets us in.")
REFUSES = Text("Hij laat ons niet binnen ({kind}).", "It does not let us in ({kind}).")
LOOK_AT_MAIL = Text(
    "Kijk of hij bereikbaar is en of naam en wachtwoord kloppen. Brieven blijven bewaard.",
    "See whether it can be reached and whether name and password are right. Letters are kept.",
)
OUTBOX = Text("Postvak uit", "Outbox")
LEFT = Text("Wat weg moest, is weg.", "What had to leave has left.")
LATE = Text(
    "De oudste brief wacht {minutes} minuten.", "The oldest letter waits for {minutes} minutes."
)
GIVEN_UP = Text("Er zijn brieven opgegeven.", "Letters were given up.")
RUN_IT = Text(
    "Kijk of `ruimbaan outbox send --every 30` draait.",
    "See whether `ruimbaan outbox send --every 30` runs.",
)
TRY_AGAIN = Text(
    "Lees `ruimbaan outbox list`. Werkt de mailserver weer: `ruimbaan outbox send --again`.",
    "Read `ruimbaan outbox list`. When the mail server works again: `ruimbaan outbox send --again`.",
)
LONGEST = timedelta(minutes=10)  # that a letter that is due may wait


def mail_server(now: datetime) -> Line:
    """Says hello and leaves: no letter is sent."""
    if not settings.ENVIRONMENT.mail:
        if settings.MAIL_READY:
            return Line("mail", MAIL, State.OFF, FOLDER)
        return Line("mail", MAIL, State.LOOK, NO_MAIL, SET_MAIL)
    server = get_connection()
    try:
        server.open()
    except (OSError, SMTPException) as error:
        told = filled(REFUSES, kind=type(error).__name__)
        return Line("mail", MAIL, State.WRONG, told, LOOK_AT_MAIL)
    server.close()
    return Line("mail", MAIL, State.GOOD, LETS_IN)


def outbox(now: datetime) -> Line:
    """Not how many: at a quiet moment that would say that somebody just did something."""
    found = waiting(now)
    if found.oldest_due is not None and now - found.oldest_due > LONGEST:
        minutes = int((now - found.oldest_due) / timedelta(minutes=1))
        return Line("outbox", OUTBOX, State.WRONG, filled(LATE, minutes=minutes), RUN_IT)
    if found.given_up:
        return Line("outbox", OUTBOX, State.LOOK, GIVEN_UP, TRY_AGAIN)
    return Line("outbox", OUTBOX, State.GOOD, LEFT)
