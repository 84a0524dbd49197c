# SPDX-License-Identifier: EUPL-1.2
"""Logging to standard error, without query strings, without the addresses that open something by
themselves and without the words of an error: what someone typed is not ours to keep, and who reads the
log may not open what was meant for another."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Iterator
from traceback import format_tb
from types import TracebackType
from typing import Any

QUERY = re.compile(r"\?\S*")
# Behind these stands a secret: every address with a `token` (a test walks them all). Under /mijn and
# /werk, where one signs in, stands a number that opens nothing.
SECRET = re.compile(
    r"(?<!/mijn)(?<!/werk)(/(?:agenda|overdracht|samenvatting|ruimte/vraag)/)[^/\s]+", re.IGNORECASE
)


class WithoutSecrets(logging.Filter):
    """Cuts everything from a question mark to the next space, and the secret out of an address; in the
    message as it is written, wherever it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = SECRET.sub(r"\1***", QUERY.sub("", record.getMessage()))
        record.args = None
        return True


class PlacesOnly(logging.Formatter):
    """Says where an error came from and of which kind it is. Its own words are left out: they may
    quote what someone typed. Times are in UTC: of an hour that comes twice it is clear which."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def formatException(  # noqa: N802 - Python's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return "\n".join(_places(ei[1]))


class JsonLines(PlacesOnly):
    """The same as one object of JSON on each line, for a collector of lines that reads fields."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "where": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def _places(error: BaseException | None) -> Iterator[str]:
    """The error, and before it the one it came from."""
    if error is not None:
        yield from _places(error.__cause__ or error.__context__)
        yield "".join(format_tb(error.__traceback__)) + type(error).__qualname__


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": WithoutSecrets}},
    "formatters": {
        "line": {"()": PlacesOnly, "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": JsonLines},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["without_secrets"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "fido2": {"level": "WARNING"},  # at INFO it names which passkey was used
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}


def written(*, as_json: bool) -> dict[str, Any]:
    """What Django's LOGGING is: lines for people, or for a program."""
    if not as_json:
        return LOGGING
    stderr = {**LOGGING["handlers"]["stderr"], "formatter": "json"}
    return {**LOGGING, "handlers": {"stderr": stderr}}
