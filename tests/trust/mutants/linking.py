# SPDX-License-Identifier: EUPL-1.2
"""Faults in secret links: each would show something to who has no right to it any more."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

FINDING = "ruimbaan.parts.trust.links.finding"
MAKING = "ruimbaan.parts.trust.links.making"
TOKENS = "ruimbaan.parts.trust.links.tokens"
EVENTS = "ruimbaan.parts.journey.calendar.events"
OPENED = "ruimbaan.parts.journey.summary.opened"

LINKING = (
    Mutant(
        "stopped-link-still-found",
        "The person stopped a link, and its address still leads somewhere.",
        FINDING,
        "held = Q(ended=None, made__lte=now",
        "held = Q(made__lte=now",
    ),
    Mutant(
        "stopping-leaves-the-grants",
        "A link was stopped, and what was given by it runs on.",
        MAKING,
        "        ).update(revoked=at)\n",
        "        ).update(revoked=None)\n",
    ),
    Mutant(
        "link-of-any-kind",
        "Who got the address of a calendar reads a summary with it, without a code.",
        FINDING,
        "digest=tokens.digest_of(token), kind=kind)",
        "digest=tokens.digest_of(token))",
    ),
    Mutant(
        "code-is-not-asked",
        "Whoever finds the link reads it without the code.",
        OPENED,
        '        check_code(link, request.POST.get(CODE, ""), now)\n',
        "        pass\n",
    ),
    Mutant(
        "codes-can-be-tried-for-ever",
        "Who has the link tries a million codes.",
        FINDING,
        'update(tries=F("tries") + 1)',
        'update(tries=F("tries"))',
    ),
    Mutant(
        "code-of-another-link",
        "A pass of one link opens another.",
        TOKENS,
        "[whose, code] == [str(link), digest[:16]]",
        "code is not None",
    ),
    Mutant(
        "pass-never-runs-out",
        "A page that was left open goes on opening the file.",
        TOKENS,
        "-1 <= age < PASS_LASTS.total_seconds()",
        "-1 <= age",
    ),
    Mutant(
        "calendar-shows-words",
        "A calendar at a company reads what the appointment is for.",
        EVENTS,
        "if chosen.words else",
        "if event else",
    ),
    Mutant(
        "calendar-shows-places",
        "A calendar at a company reads where somebody is treated.",
        EVENTS,
        "if chosen.places else",
        "if event else",
    ),
)
