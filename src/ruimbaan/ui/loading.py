# SPDX-License-Identifier: EUPL-1.2
"""Templates without their indents: those are for who reads the file, and weigh on a cheap phone.

Only what stands in the file itself is touched, never a value that is filled in. Lines stay lines, so
words stay apart and an error names the right one.
"""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders.app_directories import Loader

INDENT = re.compile(r"\n[ \t]+")


class WithoutIndents(Loader):
    def get_contents(self, origin: Origin) -> str:
        return INDENT.sub("\n", super().get_contents(origin))
