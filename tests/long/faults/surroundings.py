# SPDX-License-Identifier: EUPL-1.2
"""Where the faults happen: two servers, a PostgreSQL, a disk, a network and a mail server, all of our
own, in a network and with mounts that nobody else on this machine sees. Needs root."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.long.mailbox import Mailbox
from tests.long.own_postgres import OwnPostgres
from tests.long.served import AppServer
from tests.long.small_disk import INSIDE, OwnDisk
from tests.site_of_its_own import Site

FAR, NEAR = "10.231.77.2", "10.231.77.1"  # of the network between the site and its database
DATABASE_NETWORK = "ruimbaan-db"
LINE = "rb-near"  # our end of the cable
NAMES = Path("/run/netns")


@dataclass
class Surroundings:
    site: Site
    postgres: OwnPostgres
    servers: list[AppServer]
    disk: OwnDisk
    mailbox: Mailbox
    folder: Path  # beside the small disk


def begin_alone() -> None:
    """Begins this program anew where it has a network and mounts of its own; then it is the second
    time. What is made there is gone when it ends."""
    if INSIDE in os.environ:
        _call("ip", "link", "set", "lo", "up")
        NAMES.mkdir(exist_ok=True)  # else a name of a network would outlive it
        _call("mount", "-t", "tmpfs", "ruimbaan", str(NAMES))
        return
    if os.geteuid() != 0:
        raise SystemExit("These faults need a network and a disk of their own: run this as root.")
    os.environ[INSIDE] = "1"
    words = ["unshare", "--mount", "--net", sys.executable, *sys.orig_argv[1:]]
    os.execvp(words[0], words)  # noqa: S606


def lay_a_cable() -> None:
    """Between us and a network in which the database will be."""
    _call("ip", "netns", "add", DATABASE_NETWORK)
    _call("ip", "link", "add", LINE, "type", "veth", "peer", "name", "rb-far")
    _call("ip", "link", "set", "rb-far", "netns", DATABASE_NETWORK)
    _call("ip", "address", "add", f"{NEAR}/30", "dev", LINE)
    _call("ip", "link", "set", LINE, "up")
    for words in (
        ("address", "add", f"{FAR}/30", "dev", "rb-far"),
        ("link", "set", "rb-far", "up"),
        ("link", "set", "lo", "up"),
    ):
        _call("ip", "-netns", DATABASE_NETWORK, *words)


def cut_the_cable() -> None:
    """At the other end: what we send gets no answer at all, not even that nobody is there."""
    _call("ip", "-netns", DATABASE_NETWORK, "link", "set", "rb-far", "down")


def mend_the_cable() -> None:
    _call("ip", "-netns", DATABASE_NETWORK, "link", "set", "rb-far", "up")


def database_behind_the_cable(where: Path) -> OwnPostgres:
    return OwnPostgres(where, host=FAR, within=("ip", "netns", "exec", DATABASE_NETWORK))


def _call(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
