# SPDX-License-Identifier: EUPL-1.2
"""Everything of the handoffs of a file, to take along."""

from __future__ import annotations

from datetime import datetime

from ruimbaan.core.handoff.states import By, Reason, State, Verdict
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.saying import reason_in_words
from ruimbaan.parts.handoff.records import said_by_receiver
from ruimbaan.parts.handoff.wording import ASKS, ENDS, SIDES, VERDICTS
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.reader import in_words

Item = tuple[Fact, ...]


def whole_handoffs(opening: Opening, now: datetime) -> tuple[Section, ...]:
    """Of those that this opening covers, the oldest first: what was said, and each step."""
    told = words.read_all(opening)
    rows = HandoffRecord.objects.filter(pk__in=told).prefetch_related("steps")
    found = tuple(rows.order_by("made", "pk"))
    names = Names.of(found, now)
    steps = tuple(_step(row, step) for row in found for step in row.steps.all())
    return (
        Section(
            "part.handoff",
            Text("Mijn overdrachten", "My handoffs"),
            tuple(_handoff(row, told[row.id], names) for row in found),
            about_others=True,
        ),
        Section(
            "handoff_steps",
            Text("Wat er gebeurde bij een overdracht", "What happened in a handoff"),
            steps,
            about_others=True,
        ),
    )


def _handoff(row: HandoffRecord, said: Said, names: Names) -> Item:
    judged = said.judged
    return (
        Fact("id", None, str(row.id)),
        Fact("goal", Text("Waar het om gaat", "What it is about"), said.goal),
        Fact("question", Text("Mijn vraag", "My question"), said.question),
        Fact(
            "asked_for", Text("Wat ik vroeg", "What I asked"), row.ask, in_words(ASKS[Ask(row.ask)])
        ),
        Fact("receiver", Text("Aan wie", "To whom"), names.receiver(row, said)),
        Fact("stays", Text("Wie bij mij bleef", "Who stayed with me"), names.stays(row)),
        Fact("named", Text("Wie gebeld wordt", "Who is called"), names.named(row)),
        Fact("along", Text("Wie meeging", "Who came along"), said.along),
        Fact("where", Text("Waar", "Where"), said.where),
        Fact(
            "state",
            Text("Hoe het staat", "Where it stands"),
            row.state,
            in_words(ENDS[State(row.state)]),
        ),
        Fact("answer_by", Text("Antwoord uiterlijk", "Answer by"), row.answer_by),
        Fact("meeting", Text("Kennismaking", "First meeting"), row.meeting),
        Fact("met", Text("Ontmoet", "Met"), row.met),
        Fact("made", Text("Gemaakt", "Made"), row.made),
        Fact(
            "verdict",
            Text("Wat ik ervan vind", "What I think of it"),
            said.verdict,
            _verdict(judged),
        ),
        Fact("afterwards", Text("Wat ik erover zeg", "What I say of it"), said.afterwards),
    )


def _step(row: HandoffRecord, step: StepRecord) -> Item:
    reason = Reason(step.reason) if step.reason else None
    return (
        Fact("handoff", None, str(row.id)),
        Fact("at", Text("Wanneer", "When"), step.at),
        Fact("what", Text("Wat", "What"), step.end, in_words(ENDS[State(step.end)])),
        Fact("by", Text("Door wie", "By whom"), step.by, in_words(SIDES[By(step.by)])),
        Fact("reason", Text("Reden", "Reason"), step.reason, reason_in_words(reason)),
        Fact("day", Text("Dag", "Day"), step.day),
        Fact("said", Text("Wat erbij stond", "What was said with it"), said_by_receiver(row, step)),
    )


def _verdict(judged: Verdict | None) -> str:
    return in_words(VERDICTS[judged]) if judged else ""
