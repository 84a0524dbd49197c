# SPDX-License-Identifier: EUPL-1.2
"""A rule with all its texts and a scenario on each side, and the counter that asks it:
NAME=waalstad/X90."""

from __future__ import annotations

from pathlib import Path

from tools.new.scaffold import Scaffold, coded
from tools.new.service import CALCULATED

RULE = """# SPDX-License-Identifier: EUPL-1.2
# What every line means: docs/reference/rules.md. How to write one: docs/how-to/write-a-rule.md.
rules:
  {code}:
    number: {code}
    title:
      nl: "Een briefje van thuis"
      en: "A note from home"
    sentence:
      nl: "Wie zich meldt, neemt een briefje mee van een huisgenoot."
      en: "Who reports brings a note from a housemate."
    layer: habit
    effect: gate
    flexible: waive
    step: flex
    role: need
    source: {{document: {{nl: gewoonte, en: habit}}}}
    hook:
      strength: may
      says:
        nl: "De balie mag ook zonder briefje beginnen."
        en: "The desk may also begin without a note."
    mandates:
      - who:
          nl: "de medewerker aan de balie"
          en: "the worker at the desk"
    status: fictional
    plain:
      title:
        nl: "Je neemt een briefje mee"
        en: "You bring a note"
      means_for_you:
        nl: "De balie vraagt een briefje van thuis. Zonder briefje moet je terugkomen."
        en: "The desk asks for a note from home. Without it you have to come back."
      why:
        nl: "De balie wil weten dat je er woont."
        en: "The desk wants to know that you live there."
      room:
        nl: "Dit is een gewoonte. De balie mag ook zonder beginnen."
        en: "This is a habit. The desk may begin without it."
      who_can_say_yes:
        nl: "Wie aan de balie zit."
        en: "Whoever is at the desk."
      say_this:
        nl: "Ik heb geen briefje. Kunnen we toch beginnen?"
        en: "I have no note. Can we begin anyway?"
      point_at:
        nl: "gewoonte"
        en: "habit"
      account:
        nl: "Het is een gewoonte, geen eis van de wet. Begin alvast en vraag later wat nodig is."
        en: "It is a habit, the law does not ask it. Begin now and ask later what is needed."
    scenarios:
      - name: "Zonder briefje stuurt de balie je weg."
        given: []
        apply_for: {code}-balie
        refused_by: {code}
      - name: "Laat de balie het briefje los, dan begin je meteen."
        given: []
        bent: [{code}]
        apply_for: {code}-balie
        starts_on: 0
"""
COUNTER = """# SPDX-License-Identifier: EUPL-1.2
# The counter that asks rule {code}. Is it there already? Then put the line of `needs` with that service,
# take away this file, and let the scenarios apply for that service.
services:
  - id: {code}-balie
    label: {{nl: "Melden bij de balie", en: "Reporting at the desk"}}
    provider: "gemeente"
    domain: ADM
    frame: "gemeente"
    gate: inloop
    needs:
      - {{fact: heeft-briefje.{code}, rule: {code}}}
    wait: {{days: 0}}
    gives:
      - {{fact: gemeld.{code}}}

facts:
  heeft-briefje.{code}:
    label: {{nl: "Je hebt een briefje van thuis", en: "You have a note from home"}}
    short: {{nl: "briefje van thuis", en: "note from home"}}
    domain: ADM
    kind: person
    again: yes
    store: own
  gemeld.{code}:
    label: {{nl: "Je hebt je gemeld bij de balie", en: "You reported at the desk"}}
    short: {{nl: "gemeld", en: "reported"}}
    domain: ADM
    kind: made
    again: yes
    store: own
"""


def scaffold(name: str, root: Path) -> Scaffold:
    region, code = coded(name, root)
    return Scaffold(
        {
            f"regels/{region}/{code.lower()}.yaml": RULE.format(code=code),
            f"demo/{region}/services/{code.lower()}-balie.yaml": COUNTER.format(code=code),
        },
        then=(
            "Write what the rule asks, why, who may say yes, and the words somebody can use.",
            f"ruimbaan rules lint --region {region}",
            f"ruimbaan demo, and read /regels/{code} aloud.",
            CALCULATED,
        ),
    )
