# SPDX-License-Identifier: EUPL-1.2
"""Why the measures of a log cannot be worked out as they were asked (RB-MEASURE)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class MeasureRefused(DomainError):
    """What was asked does not fit the log."""


class ActivityNotFound(MeasureRefused):
    code = "RB-MEASURE-001"
    cause = Text(
        'De activiteit "{name}" voor {option} staat niet in dit logboek. Wel: {there}.',
        'The activity "{name}" for {option} is not in this log. There is: {there}.',
    )
    advice = Text("Neem een naam precies over.", "Copy a name exactly.")


class TwoSteps(MeasureRefused):
    code = "RB-MEASURE-002"
    cause = Text(
        'De activiteit "{name}" is gevraagd voor {one} en voor {other}.',
        'The activity "{name}" is asked for {one} and for {other}.',
    )
    advice = Text("Geef haar bij één van beide.", "Give it to one of both.")


class CutBeforeLog(MeasureRefused):
    code = "RB-MEASURE-003"
    cause = Text(
        "De peildag {cut} ligt voor de eerste gebeurtenis ({first}).",
        "The day of the cut, {cut}, is before the first event ({first}).",
    )
    advice = Text("Kies een latere dag met --cut.", "Choose a later day with --cut.")


class ServiceNotFound(MeasureRefused):
    code = "RB-MEASURE-004"
    cause = Text(
        'De organisatie "{name}" voor --service staat niet in dit logboek. Wel: {there}.',
        'The organisation "{name}" for --service is not in this log. There is: {there}.',
    )
    advice = Text("Neem een naam precies over.", "Copy a name exactly.")


class SinceAfterCut(MeasureRefused):
    code = "RB-MEASURE-005"
    cause = Text(
        "Volledig vanaf {since} is na de peildag {cut}.",
        "Complete from {since} on is after the day of the cut, {cut}.",
    )
    advice = Text("Kies een vroegere dag met --since.", "Choose an earlier day with --since.")
