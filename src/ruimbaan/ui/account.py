# SPDX-License-Identifier: EUPL-1.2
"""What stands around a page of somebody who is signed in, as values for `ui/account_base.html`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ruimbaan.ui.components import Link

Place = Literal["mine", "work", "office"]  # /mijn, /werk, /beheer


@dataclass(frozen=True, slots=True)
class MenuItem:
    text: str
    url: str
    icon: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class AccountShell:
    """`closes`: when the session ends if nothing more happens. `elsewhere`: the other places of
    this site that this account may go to, and what it may change about its own signing in.
    `offline`: this device says that it keeps a sheet."""

    place: Place
    called: str
    home_url: str
    menu: tuple[MenuItem, ...]
    elsewhere: tuple[Link, ...]
    sign_out_url: str
    stay_url: str
    closes: datetime
    seconds: int
    offline: bool
