# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/measures.md: each measure of a log with its definition, from the code that has it."""

from __future__ import annotations

from ruimbaan.analytics.measures import MEASURES, Measure
from ruimbaan.analytics.measures.steps import NAMES, SAID, WHOLE, Step
from ruimbaan.core.kernel.texts import Text

HEAD = """# Frictions: measures

`ruimbaan frictions measures` ([commands](commands.md)) works these out from an [event log](frictions.md), as far as the log allows.
What it cannot, it says, with the column or activity that would be needed.
Written by `make docs` from the code that has them; tests lay each beside a slow twin and beside logs in which a friction of a known size was planted.

## What holds for all
* A case of the log is a person; worker and resource are never looked at.
* Days are calendar days, of UTC as the log tells its times.
* The log counts up to and with the day of `--cut` (left out: its last completion), and as complete from `--since` (left out: its first).
* Who still waits on that day is in the figure, cut off there; what began before `--since` counts from then on.
* F is the cumulative incidence of Aalen and Johansen: other ends compete. Its interval is on the log(-log) scale, that of a share is Wilson's, that of a mean over persons comes from drawing persons again, always the same draws. All are of 95 %.
* Referrals and stays of one person are taken as apart from each other, so an interval is a little too narrow where a few people have very many.
* Of fewer than ten persons (`--fewest`) nothing is told. Parts of a whole are left out too when they would give those away.
* A figure says nothing about who is better: people differ per organisation.
* The answer is for who may see the log itself. What goes outside goes through [disclosure](../explanation/disclosure.md) first: a share of twelve may still rest on one.

## Which activity plays which part
Each can be named with an option, which may be repeated; then no others are looked for.
Else a name fits when one of its words begins as below, the first row that fits; after "niet", "geen", "not" or "no" only where that stands below too.
The answer tells which were used.

| option | what happened | names that are found |
|---|---|---|
"""
TABLES = """
## From events to referrals and stays
**Contact**: an event of an organisation that is no note on paper (all of the parts above but first contact, intake and detoxification are).

**Referral**: begins with an event `--sent`.
An answer belongs to the last one that was sent before it: of those to its organisation when the column `--receiver` says to whom each of this person went, else of all.
When another one was open then, and the log does not say to whom, it counts as unsure; the answer tells how many are.
Somebody is met at the first contact with the receiver after it was sent, or at an event `--met`.

**Stay**: the time with one organisation, also beside another.
It ends after `--quiet` days (60) without any event there, or with an event that ends it: sent on, refused, goal reached, closed, stopped.

Parallel stays are never a handoff.

## The measures
"""
TAIL = """
## The answer of `--json`
`since`, `cut`, `persons`, `events`, `referrals` (`sent`, `unsure`), `activities` (of each part) and `measures`.
Each measure: `id`, `number`, `name`, `values`, `not_possible` (why, or null), `reading`, `cut`, `definition`, `version`, `source`.
Each value: `key`, `name`, `part`, `unit` (`share` from 0 to 1, `days`, `ratio`, `number`), `estimate`, `low`, `high`, `n` (what was counted), `persons`.
Without an estimate it is about too few people, or the log does not reach that far.
"""


def measures_page() -> str:
    parts = [f"| `{step.option}` | {_both(SAID[step])} | {_names(step)} |" for step in NAMES]
    measures = "".join(_measure(one) for one in MEASURES)
    return HEAD + "\n".join(parts) + "\n" + TABLES + measures + TAIL


def _names(step: Step) -> str:
    whole = ", as a whole name" if step in WHOLE else ""
    return ", ".join(f'"{name}"' for name in NAMES[step]) + whole


def _measure(measure: Measure) -> str:
    needs = ", ".join(f"`{need.option}`" for need in measure.needs) or "any log"
    if measure.one_of:
        needs += "; and one of " + ", ".join(f"`{need.option}`" for need in measure.one_of)
    return f"""
### {measure.number}. {measure.name.nl} · {measure.name.en}
`{measure.id}`, version {measure.version}

* **Definition**: {measure.formula}
* **Needs**: {needs}
* **How it is read**: {_read(measure.reading)}
* **Source**: {measure.source}
"""


def _read(text: Text) -> str:
    """With dots where a figure comes."""
    filled = (one.format(estimate="…", n="…") for one in (text.nl, text.en))
    return _both(Text(*filled))


def _both(text: Text) -> str:
    return f"{text.nl}<br>*{text.en}*"
