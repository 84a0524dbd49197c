# SPDX-License-Identifier: EUPL-1.2
"""What `ruimbaan disclosure` says."""

from __future__ import annotations

from ruimbaan.core.kernel.texts import Text

PROTECTING = Text("Verbergen en nagaan", "Hiding and auditing")
AUDITING = Text("Nagaan", "Auditing")
HIDDEN_SHARE = Text(
    "Verborgen: {hidden} van {cells} cellen; van de fijnste {share} %.",
    "Hidden: {hidden} of {cells} cells; of the finest {share} %.",
)
PASSED = Text(
    "Nagegaan naast {earlier} eerdere uitgaven: niemand kan een klein aantal uitrekenen.",
    "Audited beside {earlier} earlier releases: nobody can work out a small count.",
)
LEAKS = Text(
    "Zo mag dit niet uitkomen. Precies uit te rekenen: {exact}; tot onder de drempel: {narrowed}.",
    "This must not come out. Worked out exactly: {exact}; to below the threshold: {narrowed}.",
)
LEAK = Text("{table}, {cell}: {least} tot {most}", "{table}, {cell}: {least} to {most}")
MADE = Text("Gemaakt: {file}", "Made: {file}")
