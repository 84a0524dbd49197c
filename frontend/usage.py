# SPDX-License-Identifier: EUPL-1.2
"""Which classes the templates use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from ruimbaan.ui.components import AlertKind, ButtonKind, TagKind

SOURCE = Path(__file__).parent.parent / "src/ruimbaan"
KINDS = "|".join({*get_args(AlertKind), *get_args(ButtonKind), *get_args(TagKind)})
ATTRIBUTE = re.compile(r'\bclass="((?:[^"{]|{{.*?}}|{%.*?%})*)"')
TAG = re.compile(r"{%.*?%}")
VALUE = re.compile(r"{{.*?}}")
WRITTEN_BY_CODE = frozenset({"rb-ic"})  # ui/icons.py


def templates() -> list[Path]:
    return sorted(SOURCE.rglob("templates/**/*.html"))


def classes(template: str) -> set[str]:
    """The classes of one template; a value that the view fills in stands there as `*`."""
    attributes = " ".join(ATTRIBUTE.findall(template))
    return set(VALUE.sub("*", TAG.sub(" ", attributes)).split())


def pattern(used: str) -> re.Pattern[str]:
    """Matches the class itself; a `*` is any kind that a component can have."""
    return re.compile(re.escape(used).replace(r"\*", f"(?:{KINDS})"))


def everywhere() -> re.Pattern[str]:
    """Matches every class that some template or the kit's own code uses."""
    used = WRITTEN_BY_CODE.union(*(classes(path.read_text("utf-8")) for path in templates()))
    return re.compile("|".join(sorted(pattern(name).pattern for name in used)))
