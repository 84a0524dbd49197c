# SPDX-License-Identifier: EUPL-1.2
"""A command that works with the database says what goes wrong there, without values of rows."""

from __future__ import annotations

import pytest
import typer
from django.db import DatabaseError, DataError, IntegrityError, OperationalError

from ruimbaan.cli import site
from ruimbaan.cli.opened import settings_read, site_open
from ruimbaan.parts.trust.keys.errors import KeyStoreDown


@pytest.fixture(autouse=True)
def opens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("prepare_settings", "open_site", "read_settings"):
        monkeypatch.setattr(site, name, lambda: None)


@pytest.mark.parametrize("opened", [site_open, settings_read], ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        (
            IntegrityError("duplicate key\nDETAIL:  Key (name)=(Sterre) already exists."),
            "RB-CLI-007",
            "duplicate key",
        ),
        (DataError('invalid input syntax for type uuid: "Sterre"'), "RB-CLI-007", "DataError"),
        (
            OperationalError("the connection is lost\nSterre"),
            "RB-CLI-007",
            "the connection is lost",
        ),
        (KeyStoreDown(reason="away"), "RB-TRUST-041", "away"),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Exception) else "",
)
def test_a_database_that_fails_is_said_without_values_of_rows(
    opened, error: DatabaseError, code: str, reason: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(typer.Exit) as ended, opened("en"):
        raise error

    told = capsys.readouterr().err
    assert ended.value.exit_code == 2
    assert ended.value.__suppress_context__
    assert told.startswith(code)
    assert reason in told
    assert "Sterre" not in told
