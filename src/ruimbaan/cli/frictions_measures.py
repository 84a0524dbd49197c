# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions measures`: where a log shows friction, with who still waits in every figure."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ruimbaan.cli import frictions_log as options
from ruimbaan.cli import frictions_measures_shown as shown
from ruimbaan.cli import frictions_measures_words as words
from ruimbaan.cli.options import JsonOption, LanguageOption
from ruimbaan.core.kernel.texts import Language

if TYPE_CHECKING:
    from ruimbaan.analytics.events import EventLog
    from ruimbaan.analytics.measures import Answer, Question

Names = list[str] | None


def _step(name: str, what: str) -> object:
    return typer.Option(name, metavar="ACTIVITY", help=f"{what} May be repeated.")


SentOption = Annotated[Names, _step("--sent", "A referral was sent.")]
AcceptedOption = Annotated[Names, _step("--accepted", "The receiver accepts.")]
RejectedOption = Annotated[Names, _step("--rejected", "The receiver refuses.")]
MetOption = Annotated[Names, _step("--met", "First contact at the receiver.")]
ReportedOption = Annotated[Names, _step("--reported", "Reported back to the sender.")]
WithdrawnOption = Annotated[Names, _step("--withdrawn", "Somebody stops, moves away or dies.")]
IntakeOption = Annotated[Names, _step("--intake", "An intake.")]
GoalOption = Annotated[Names, _step("--goal", "A goal was reached.")]
ClosedOption = Annotated[Names, _step("--closed", "Closed as agreed.")]
LiftedOption = Annotated[Names, _step("--lifted", "Room was made in a rule.")]
DetoxOption = Annotated[Names, _step("--detox", "Detoxification.")]
ServiceOption = Annotated[
    Names,
    typer.Option(
        "--service",
        metavar="ORGANISATION",
        help="It serves all others and is looked through, such as a laboratory. May be repeated.",
    ),
]
CutOption = Annotated[
    datetime | None,
    typer.Option(
        "--cut", formats=["%Y-%m-%d"], help="Day up to which it counts; the last one of the log."
    ),
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(
        "--since", formats=["%Y-%m-%d"], help="Day from which the log is complete; its first one."
    ),
]
WindowOption = Annotated[
    int, typer.Option("--window", min=1, help="Days within which coming back is ping-pong.")
]
QuietOption = Annotated[
    int, typer.Option("--quiet", min=1, help="Days without an event after which a stay is over.")
]
FewestOption = Annotated[
    int, typer.Option("--fewest", min=1, help="Nothing is told about fewer persons than this.")
]


@options.reads_log(referrals=True)
def measures(
    asked: options.AskedLog,
    *,
    cut: CutOption = None,
    since: SinceOption = None,
    sent: SentOption = None,
    accepted: AcceptedOption = None,
    rejected: RejectedOption = None,
    met: MetOption = None,
    reported: ReportedOption = None,
    withdrawn: WithdrawnOption = None,
    intake: IntakeOption = None,
    goal: GoalOption = None,
    closed: ClosedOption = None,
    lifted: LiftedOption = None,
    detox: DetoxOption = None,
    service: ServiceOption = None,
    window: WindowOption = 180,
    quiet: QuietOption = 60,
    fewest: FewestOption = 10,
    as_json: JsonOption = False,
    language: LanguageOption = "nl",
) -> None:
    """Show the measures of friction that a log allows, each with its interval of 95 %.

    Who still waits is in every figure. What is not possible says why, and what it would need.
    """
    parts = {
        "sent": sent,
        "accepted": accepted,
        "rejected": rejected,
        "met": met,
        "reported": reported,
        "withdrawn": withdrawn,
        "intake": intake,
        "goal": goal,
        "closed": closed,
        "lifted": lifted,
        "detox": detox,
    }
    with options.opened(asked, language) as log:
        from ruimbaan.analytics.measures import Question, Step

        question = Question(
            cut=cut.date() if cut else None,
            since=since.date() if since else None,
            steps={Step(name): tuple(given) for name, given in parts.items() if given},
            service=tuple(service or ()),
            window=window,
            quiet=quiet,
            fewest=fewest,
        )
        answer = _worked_out(log, question, language)
    if as_json:
        typer.echo(json.dumps(shown.as_json(answer, language), ensure_ascii=False, indent=2))
    else:
        shown.show(answer, language)


def _worked_out(log: EventLog, question: Question, language: Language) -> Answer:
    from ruimbaan.analytics.measures import MEASURES, measures_of
    from ruimbaan.cli.directory_progress import counting

    with counting(words.WORKING.in_language(language), len(MEASURES), at_a_time=1) as done:
        return measures_of(log, question, done)
