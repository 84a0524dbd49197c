# SPDX-License-Identifier: EUPL-1.2
"""The only place that reads RUIMBAAN_* from the environment.

`RUIMBAAN_X_FILE` names a file that holds the value of `RUIMBAAN_X` (a mounted secret).
Every setting is one field of `Environment`; docs/reference/settings.md has one row for each.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

NEUTRAL_SITE = "https://www.knmi.nl/"
DEMO_SITE = "http://localhost:8000"
LEAST_YEARS, MOST_YEARS = 5, 99  # that the access log is kept


@dataclass(frozen=True, slots=True)
class Environment:
    demo: bool
    debug: bool
    var: Path
    static: Path
    database: str
    database_owner: str
    secret_key: str
    secret_key_fallbacks: tuple[str, ...]
    allowed_hosts: tuple[str, ...]
    behind_proxy: bool
    neutral_site: str
    contact: str
    source_url: str
    site: str
    mail: str
    mail_from: str
    keys: str
    master_key: str
    key_command: str
    backup_key: str
    backup_database: str
    anchor_files: tuple[str, ...]
    anchor_mail: str
    access_log_years: int
    oidc_issuer: str
    oidc_client: str
    oidc_secret: str
    oidc_name: str
    metrics_token: str
    theme: str
    log_json: bool


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """Raises ImproperlyConfigured, with the name of the setting and what to do."""
    var = Path(_text(variables, "VAR", "var")).absolute()
    demo = _switch(variables, "DEMO")
    return Environment(
        demo=demo,
        debug=_switch(variables, "DEBUG"),
        var=var,
        static=Path(_text(variables, "STATIC", str(var / "static"))).absolute(),
        database=_text(variables, "DATABASE", f"sqlite://{var / 'ruimbaan.sqlite3'}"),
        database_owner=_text(variables, "DATABASE_OWNER"),
        secret_key=_text(variables, "SECRET_KEY"),
        secret_key_fallbacks=tuple(_secret(variables, "SECRET_KEY_FALLBACKS").split()),
        allowed_hosts=_list(variables, "ALLOWED_HOSTS", demo=demo),
        behind_proxy=_switch(variables, "BEHIND_PROXY"),
        neutral_site=_text(variables, "NEUTRAL_SITE", NEUTRAL_SITE),
        contact=_text(variables, "CONTACT"),
        source_url=_text(variables, "SOURCE_URL"),
        site=_text(variables, "SITE", DEMO_SITE if demo else "").rstrip("/"),
        mail=_text(variables, "MAIL"),
        mail_from=_text(variables, "MAIL_FROM", "ruimbaan@localhost" if demo else ""),
        keys=_text(variables, "KEYS", f"sqlite://{var / 'keys.sqlite3'}"),
        master_key=_secret(variables, "MASTER_KEY"),
        key_command=_text(variables, "KEY_COMMAND"),
        backup_key=_secret(variables, "BACKUP_KEY"),
        backup_database=_text(variables, "BACKUP_DATABASE"),
        anchor_files=_split(_text(variables, "ANCHOR_FILES")),
        anchor_mail=_text(variables, "ANCHOR_MAIL"),
        access_log_years=_years(variables, "ACCESS_LOG_YEARS"),
        oidc_issuer=_text(variables, "OIDC_ISSUER"),
        oidc_client=_text(variables, "OIDC_CLIENT"),
        oidc_secret=_secret(variables, "OIDC_SECRET"),
        oidc_name=_text(variables, "OIDC_NAME"),
        metrics_token=_secret(variables, "METRICS_TOKEN"),
        theme=_text(variables, "THEME"),
        log_json=_switch(variables, "LOG_JSON"),
    )


def _text(variables: Mapping[str, str], name: str, default: str = "") -> str:
    key = f"RUIMBAAN_{name}"
    path = variables.get(f"{key}_FILE")
    if path is None:
        return variables.get(key, default).strip() or default
    if key in variables:
        raise ImproperlyConfigured(f"Set {key} or {key}_FILE, not both.")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"{key}_FILE cannot be read: {error.strerror}. Check the path and its rights."
        ) from error


def _secret(variables: Mapping[str, str], name: str) -> str:
    """A text whose file only its owner and group may read."""
    path = variables.get(f"RUIMBAAN_{name}_FILE")
    text = _text(variables, name)
    if path is not None and Path(path).stat().st_mode & stat.S_IROTH:
        raise ImproperlyConfigured(
            f"Everybody on this machine can read RUIMBAAN_{name}_FILE. Run `chmod 600` on it."
        )
    return text


def _switch(variables: Mapping[str, str], name: str) -> bool:
    value = _text(variables, name, "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"RUIMBAAN_{name} is 1 (on) or 0 (off), not {value!r}.")
    return value == "1"


def _list(variables: Mapping[str, str], name: str, *, demo: bool) -> tuple[str, ...]:
    default = "localhost,127.0.0.1,[::1]" if demo else ""
    return _split(_text(variables, name, default))


def _split(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.split(","))
    return tuple(part for part in parts if part)


def _years(variables: Mapping[str, str], name: str) -> int:
    """At least the five years of Stcrt. 2019, 38007; a longer term is for the organisation to say."""
    value = _text(variables, name, str(LEAST_YEARS))
    if not (value.isascii() and value.isdecimal() and LEAST_YEARS <= int(value) <= MOST_YEARS):
        raise ImproperlyConfigured(
            f"RUIMBAAN_{name} is a number of years, from {LEAST_YEARS} to {MOST_YEARS}."
        )
    return int(value)
