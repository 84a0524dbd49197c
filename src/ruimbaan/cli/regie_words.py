# SPDX-License-Identifier: EUPL-1.2
"""What `ruimbaan regie` says."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

COUNTING = Text("Tellen", "Counting")
PROTECTING = Text("Verbergen en nagaan: {name}", "Hiding and auditing: {name}")
RELEASED = Text(
    "{name}: {hidden} van {cells} cellen verborgen, nagegaan naast {earlier} uitgaven.",
    "{name}: {hidden} of {cells} cells hidden, audited beside {earlier} releases.",
)
LEFT_OUT = Text(
    "{name}: niet uitgekomen, want daarin is iemand te vinden.",
    "{name}: not released, because somebody could be found in it.",
)
PUBLISHED = Text(
    "Uitgekomen in {folder}: gevraagd van {first} tot {end}, gevolgd tot {cut}.",
    "Released in {folder}: asked from {first} to {end}, followed until {cut}.",
)
NONE_YET = Text("Van {region} is nog niets uitgekomen.", "Nothing of {region} was released yet.")
ONE = Text(
    "{day}  {name}  {hidden} van {cells} verborgen", "{day}  {name}  {hidden} of {cells} hidden"
)
NOT_PUBLIC = Text(
    "Elke regel is een stap van iemand, zonder naam. Geef dit bestand niet door en publiceer het niet.",
    "Each line is a step of somebody, without a name. Do not pass this file on or publish it.",
)
EXPORTED = Text("Geschreven: {count} stappen in {file}.", "Written: {count} steps in {file}.")
