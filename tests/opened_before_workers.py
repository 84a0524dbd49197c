# SPDX-License-Identifier: EUPL-1.2
"""What a server still holds open when it has looked whether the site can start, and is about to fork its
workers: lines to a database, and files of one.

python -m tests.opened_before_workers    -> a list in JSON
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from ruimbaan.cli import site

OPEN = Path("/proc/self/fd")


def still_open() -> list[str]:
    found = []
    for link in OPEN.iterdir():
        with suppress(FileNotFoundError):  # the folder that is being looked through
            found.append(str(link.readlink()))
    return [one for one in found if one.startswith("socket:") or "sqlite3" in one]


if __name__ == "__main__":
    site.check_can_start("127.0.0.1", port=0)
    sys.stdout.write(json.dumps(still_open()))
