# SPDX-License-Identifier: EUPL-1.2
"""Logging to standard error, without query strings: what someone typed is not ours to keep."""

from __future__ import annotations

import logging
import re
from typing import Any

QUERY = re.compile(r"\?\S*")


class WithoutQuery(logging.Filter):
    """Cuts everything from a question mark to the next space, in the message and its arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = QUERY.sub("", record.getMessage())
        record.args = None
        return True


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": WithoutQuery}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["without_query"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
