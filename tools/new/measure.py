# SPDX-License-Identifier: EUPL-1.2
"""A measure of event logs with its definition, its place in the catalogue and a first test:
NAME=a-slug."""

from __future__ import annotations

import re
from pathlib import Path

from tools.new.scaffold import Scaffold, added_after, slug_of

FOLDER = "src/ruimbaan/analytics/measures"
TEXT = '''# SPDX-License-Identifier: EUPL-1.2
"""{title}: say here in one sentence what it counts, and what it leaves out."""

from __future__ import annotations

from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Measure, Outcome
from ruimbaan.core.kernel.texts import Text

LONG = 20  # events of one person


def _worked_out(courses: Courses) -> Outcome:
    used = courses.used
    each = used.group_by("case").aggregate(events=used.count())
    told = courses.one(each.aggregate(n=each.count(), long=(each.events > LONG).sum()))
    return (figures.share(told["long"] or 0, told["n"], "long", _LONG, told["n"]),)


_LONG = Text("meer dan twintig gebeurtenissen", "more than twenty events")
{constant} = Measure(
    number={number},
    id="{slug}",
    name=Text("{title}", "{title}"),
    formula="share of persons with more than 20 events in the log",
    needs=(),
    reading=Text(
        "Bij {{estimate}} van elke 100 mensen staat er veel in het logboek.",
        "With {{estimate}} of every 100 people there is much in the log.",
    ),
    head="long",
    source="say where the definition comes from",
    worked_out=_worked_out,
)
'''
TEST = '''# SPDX-License-Identifier: EUPL-1.2
"""{title}, counted by hand."""

from __future__ import annotations

from datetime import date

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.measures import Question, measures_of
from ruimbaan.analytics.measures.{module} import LONG, {constant}

HEAD = "case,activity,complete,organisation\\n"
PEOPLE = 40  # enough to be told; ten of them have a long course


def test_it_counts_those_with_more_events_than_that(tmp_path):
    lines = [
        f"p{{person}},gesprek,2026-01-{{1 + event:02}},De Brug\\n"
        for person in range(PEOPLE)
        for event in range(LONG + 1 if person < 10 else LONG)
    ]
    path = tmp_path / "log.csv"
    path.write_text(HEAD + "".join(lines), encoding="utf-8")

    answer = measures_of(open_log(path), Question(cut=date(2026, 2, 1)))

    (result,) = (one for one in answer.results if one.measure is {constant})
    assert result.value("long").estimate == 10 / PEOPLE
'''


def scaffold(name: str, root: Path) -> Scaffold:
    slug = slug_of(name)
    module, constant = slug.replace("-", "_"), slug.replace("-", "_").upper()
    title = slug.replace("-", " ").capitalize()
    catalogue = (root / FOLDER / "catalogue.py").read_text(encoding="utf-8")
    found = (path.read_text(encoding="utf-8") for path in (root / FOLDER).glob("*.py"))
    numbers = [int(one) for text in found for one in re.findall(r"^    number=(\d+),", text, re.M)]
    number = max(numbers) + 1
    known = {
        "slug": slug,
        "module": module,
        "constant": constant,
        "title": title,
        "number": number,
    }
    line = f"from ruimbaan.analytics.measures.{module} import {constant}\n"
    imports = sorted([*re.findall(r"^from ruimbaan\..*\n", catalogue, re.M), line])
    begin = catalogue.index("from ruimbaan.")
    end = catalogue.index("\n\n", begin)
    ordered = catalogue[:begin] + "".join(imports).rstrip("\n") + catalogue[end:]
    return Scaffold(
        {
            f"{FOLDER}/{module}.py": TEXT.format(**known),
            f"tests/analytics/measures/test_{module}.py": TEST.format(**known),
        },
        {f"{FOLDER}/catalogue.py": added_after(ordered, "    ", f"    {constant},\n")},
        (
            "Write the definition first, then the question, then what was planted in a test.",
            "Lay it beside a slow twin: tests/slow_measures.py.",
            f"pytest tests/analytics/measures/test_{module}.py",
            "make docs, so that docs/reference/measures.md tells it.",
        ),
    )
