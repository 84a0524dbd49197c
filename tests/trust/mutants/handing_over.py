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
)
