# SPDX-License-Identifier: EUPL-1.2
"""Start-up checks: without its keys, or with the keys beside the data, the site stays shut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.keys.errors import KeysAmongData, KeyStoreDown
from ruimbaan.parts.trust.keys.services import keyring


def register_all() -> None:
    register(check_master_key, Tags.security)
    register(check_key_store, Tags.database)


def check_master_key(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    if settings.MASTER_KEYS or settings.KEY_COMMAND:
        return []
    return [
        Error(
            "There is no master key: nothing of a file could be kept.",
            hint="Put the outcome of `openssl rand -base64 32` in a file that only the site may "
            "read, and name it in RUIMBAAN_MASTER_KEY_FILE. Keep a copy on paper in a safe.",
            id="ruimbaan.E040",
        )
    ]


def check_key_store(
    app_configs: Sequence[AppConfig] | None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    if "default" not in (databases or ()):
        return []
    if _same_file():
        return [_among_data()]
    try:
        return _store_faults()
    except KeysAmongData:
        return [_among_data()]
    except (KeyStoreDown, ImproperlyConfigured) as error:
        return [
            Error(
                f"The key store of RUIMBAAN_KEYS does not open: {error}",
                hint="Check that it runs, and that its folder may be written to.",
                id="ruimbaan.E042",
            )
        ]


def _same_file() -> bool:
    """Told apart before it is opened: a new file would pass as a key store until it has tables."""
    here = connections["default"]
    return (
        here.vendor == "sqlite" and f"sqlite://{here.settings_dict['NAME']}" == settings.KEY_STORE
    )


def _among_data() -> CheckMessage:
    return Error(
        "The keys lie in the same database as the data: a backup of one would hold both.",
        hint="Name another file or database in RUIMBAAN_KEYS, on another disk if you can.",
        id="ruimbaan.E041",
    )


def _store_faults() -> list[CheckMessage]:
    ring = keyring()
    counts = ring.store.count_by_master()
    if not counts and _has_files():
        return [
            Error(
                "There are files, but the key store is empty: nothing could be read.",
                hint="Check RUIMBAAN_KEYS, or put back the keys with `ruimbaan keys restore`.",
                id="ruimbaan.E043",
            )
        ]
    if settings.MASTER_KEYS or settings.KEY_COMMAND:
        return _sample_faults()
    return []


def _sample_faults() -> list[CheckMessage]:
    """One key of each master key is tried: a wrong master key is found before somebody reads."""
    ring = keyring()
    for master in ring.store.count_by_master():
        try:
            for owner, wrapped in ring.store.list_keys(master, limit=1):
                ring.wrapper.unwrap(owner, wrapped)
        except KeyStoreDown as error:
            return [
                Error(
                    f"A part of the keys does not open: {error}",
                    hint="Put the older master keys below the newest in RUIMBAAN_MASTER_KEY.",
                    id="ruimbaan.E044",
                )
            ]
    return []


def _has_files() -> bool:
    """Asked before the tables are there too: a site that starts for the first time has no file."""
    try:
        tables = connections["default"].introspection.table_names()
        return Journey._meta.db_table in tables and Journey.objects.filter(erased=None).exists()
    except DatabaseError:
        return False
