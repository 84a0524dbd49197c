# SPDX-License-Identifier: EUPL-1.2
"""A page about a choice that had alternatives, and its row in the list: NAME=a-slug."""

from __future__ import annotations

import re
from pathlib import Path

from tools.new.scaffold import Scaffold, added_after, slug_of

FOLDER = "docs/decisions"
TEXT = """# {number}. {title}

**Context.**
What made a choice needed, in two or three sentences.

**Decision.**
What is done, so that somebody can do it again.

**Rejected.**
What else was looked at, and why not.

**Consequences.**
What becomes easier, what becomes harder, and when to look again.
"""


def scaffold(name: str, root: Path) -> Scaffold:
    slug = slug_of(name)
    numbers = [int(path.name[:4]) for path in (root / FOLDER).glob("[0-9][0-9][0-9][0-9]-*.md")]
    number = max(numbers, default=0) + 1
    title = slug.replace("-", " ").capitalize()
    page = f"{number:04}-{slug}.md"
    table = (root / FOLDER / "README.md").read_text(encoding="utf-8")
    row = f"| {number} | [{slug}]({page}) | {title.lower()} |\n"
    last = re.findall(r"^\| \d+ \|", table, re.MULTILINE)[-1]
    return Scaffold(
        {f"{FOLDER}/{page}": TEXT.format(number=number, title=title)},
        {f"{FOLDER}/README.md": added_after(table, last, row)},
        ("Write the four parts.", "Say it in one line in the list.", "Cite it by its slug."),
    )
