# SPDX-License-Identifier: EUPL-1.2
"""Why a region cannot be lived through, or not gone on with (RB-SIM, from 20)."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class SimulationRefused(DomainError):
    """Nothing was worked out."""


class HalfwayUnreadable(SimulationRefused):
    code = "RB-SIM-020"
    cause = Text(
        "{file} is geen tussenstand van ruimbaan simulate: {reason}.",
        "{file} is not what ruimbaan simulate keeps when it is stopped: {reason}.",
    )
    advice = Text(
        "Geef het bestand dat bij het stoppen werd genoemd, of begin opnieuw.",
        "Give the file that was named when it stopped, or begin anew.",
    )


class HalfwayOfOther(SimulationRefused):
    code = "RB-SIM-021"
    cause = Text(
        "Sinds {file} is er iets veranderd: {what}.", "Something changed since {file}: {what}."
    )
    advice = Text("Begin opnieuw, zonder --resume.", "Begin anew, without --resume.")


class PackageMissing(SimulationRefused):
    code = "RB-SIM-022"
    cause = Text(
        "Voor dit werk ontbreekt een pakket: {what}.", "A package for this work is missing: {what}."
    )
    advice = Text(
        "Installeer requirements/analytics.txt. De site werkt ook zonder.",
        "Install requirements/analytics.txt. The site works without it too.",
    )


class NotAsked(SimulationRefused):
    code = "RB-SIM-023"
    cause = Text(
        "Er staat niet wat er moet gebeuren: geef --region met --change of --grid, of --resume.",
        "It does not say what to do: give --region with --change or --grid, or --resume.",
    )
    advice = Text("Kijk bij ruimbaan simulate --help.", "See ruimbaan simulate --help.")


class NoSliders(SimulationRefused):
    code = "RB-SIM-024"
    cause = Text(
        "{file} heeft geen sliders; --grid rekent alle standen daarvan uit.",
        "{file} has no sliders; --grid works out all positions of those.",
    )
    advice = Text("Geef dit bestand aan --change.", "Give this file to --change.")


class NoChanges(SimulationRefused):
    code = "RB-SIM-025"
    cause = Text(
        "{file} heeft sliders en geen changes; --change rekent één verandering uit.",
        "{file} has sliders and no changes; --change works out one change.",
    )
    advice = Text("Geef dit bestand aan --grid.", "Give this file to --grid.")
