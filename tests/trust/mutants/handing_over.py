# SPDX-License-Identifier: EUPL-1.2
"""Faults in handing over: who may see, answer and stop, and who stays."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

ANSWERING = "ruimbaan.parts.handoff.answering"
STOPPING = "ruimbaan.parts.handoff.stopping"
WORDS = "ruimbaan.parts.handoff.words"
LINK = "ruimbaan.parts.handoff.views.link"
WORK = "ruimbaan.parts.handoff.views.work"
MOVES = "ruimbaan.parts.handoff.own_moves"
COURSE = "ruimbaan.core.handoff.handoffs"
OWNERS = "ruimbaan.core.handoff.owners"
RECEIPTS = "ruimbaan.core.handoff.receipts"
EXCHANGE = "ruimbaan.parts.handoff.exchange"
COMPOSING = "ruimbaan.parts.handoff.composing"
MEETINGS = "ruimbaan.parts.handoff.meetings"
PERSON = "ruimbaan.parts.handoff.presentation.person"
AT_WORK = "ruimbaan.parts.handoff.presentation.work"

HANDING_OVER = (
    Mutant(
        "any-worker-answers",
        "A worker of another organisation answers a question that was not for them.",
        ANSWERING,
        "return row.receiver in works_with_people(actor, now)",
        "return bool(works_with_people(actor, now))",
    ),
    Mutant(
        "former-worker-answers",
        "Who left the organisation still opens its questions.",
        ANSWERING,
        "if one.role in MAY_BE_SHOWN and one.in_force(now)",
        "if one.role in MAY_BE_SHOWN",
    ),
    Mutant(
        "no-code-is-asked",
        "Whoever has the link reads it, without the code.",
        LINK,
        "if not has_pass(found, said, now):",
        "if not has_pass(found, said, now) and sent.get(CODE) is None:",
    ),
    Mutant(
        "stopped-goes-on",
        "The person stops it and the receiver still sees it.",
        MOVES,
        "        stop_showing(actor, row, at)\n",
        "",
    ),
    Mutant(
        "a-no-keeps-looking",
        "Who said no still sees what went along.",
        ANSWERING,
        "            hand_back(row, step.at)\n",
        "",
    ),
    Mutant(
        "all-handoffs-in-one",
        "A receiver reads the words of another handoff.",
        WORDS,
        "row = _rows(opening).filter(id=handoff).first()",
        "row = _rows(opening).first()",
    ),
    Mutant(
        "sender-lets-go-at-yes",
        "The sender is released before the person met anybody.",
        COURSE,
        "if self.met is None or self.receiver is None:",
        "if not self.was_accepted or self.receiver is None:",
    ),
    Mutant(
        "handoff-of-another-file",
        "Somebody moves the handoff of somebody else.",
        MOVES,
        "HandoffRecord.objects.filter(pk=handoff, journey=journey)",
        "HandoffRecord.objects.filter(pk=handoff)",
    ),
    Mutant(
        "courses-of-all-files",
        "The own list shows the handoffs of everybody.",
        PERSON,
        "HandoffRecord.objects.filter(journey=journey)",
        "HandoffRecord.objects.filter()",
    ),
    Mutant(
        "somebody-else-takes-the-place",
        "Who stays is replaced while that one is still there.",
        OWNERS,
        "if not handoff.is_open or owner_today(handoff, is_there) is not None:",
        "if not handoff.is_open:",
    ),
    Mutant(
        "nobody-is-not-said",
        "A goal that has nobody today is told to be the person's own.",
        OWNERS,
        "if running or settled:",
        "if settled:",
    ),
    Mutant(
        "colleagues-learn-the-name",
        "The colleagues of who left read who counted on that one.",
        AT_WORK,
        """return Row(_("Iemand"), about, says, "", self._since(row))""",
        """return Row(person_of(row), about, says, "", self._since(row))""",
        "tests/parts/test_handoff_route.py",
    ),
    Mutant(
        "wish-of-another-file",
        "A handoff is tied to a wish of somebody else.",
        COMPOSING,
        "if wish is not None and wish not in goals:",
        "if wish is None and goals is None:",
        "tests/parts/test_handoff_route.py",
    ),
    Mutant(
        "file-of-another-handoff",
        "Who was asked one thing downloads what was asked of another place.",
        EXCHANGE,
        "    if not _may(actor, row, now):\n        raise Refused\n",
        "",
    ),
    Mutant(
        "any-file-answers",
        "A file answers for an organisation that its bringer does not work for.",
        EXCHANGE,
        "if row is None or not answering.is_receiver(actor, row, now):",
        "if row is None:",
    ),
    Mutant(
        "handoffs-laid-side-by-side",
        "Two files of one person name each other.",
        EXCHANGE,
        "        after=None,\n",
        "",
        "tests/parts/test_handoff_fhir.py",
    ),
    Mutant(
        "worker-goes-out",
        "A file for another system names the worker.",
        EXCHANGE,
        'return (place, "") if place else',
        'return (row.sender, "Wijkteam") if place else',
        "tests/parts/test_handoff_fhir.py",
    ),
    Mutant(
        "meeting-stays-in-the-calendar",
        "A meeting stands in the calendar of a phone after it was stopped.",
        MEETINGS,
        "if row.meeting is not None and shown_now(row, now)",
        "if row.meeting is not None",
        "tests/parts/test_calendar_feed.py",
    ),
    Mutant(
        "receipt-of-a-day",
        "The trace of the system says on which day somebody asked.",
        RECEIPTS,
        "return day - timedelta(days=day.weekday())",
        "return day",
    ),
)
