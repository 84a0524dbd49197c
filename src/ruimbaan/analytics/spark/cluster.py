# SPDX-License-Identifier: EUPL-1.2
"""A master and two workers of Spark on this machine, each a process of its own.

All listen on 127.0.0.1 only, and nobody joins without the secret of this run: who may hand a
master a job may run anything as its user. https://spark.apache.org/docs/latest/security.html
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from ruimbaan.analytics.spark.errors import JavaMissing, NotStarted, SparkMissing

WORKERS = 2
HERE = "127.0.0.1"
PATIENCE = 60  # seconds for a process to say that it is there
LOOK_AGAIN = 0.1  # seconds
READY = {
    "master": re.compile(r"Starting Spark master at (spark://\S+)"),
    "worker": re.compile(r"Successfully registered with master (spark://\S+)"),
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """`settings` is the file with the secret; only its owner can read it."""

    url: str
    workers: tuple[subprocess.Popen[bytes], ...]
    settings: Path
    secret: str
    folder: Path


@contextmanager
def local_cluster(memory: str = "2g", folder: Path | None = None) -> Iterator[Cluster]:
    """Runs while it is used. `memory` is for each worker; `folder` is where they keep what does not
    fit in it. Raises SparkMissing, JavaMissing, NotStarted."""
    programs = _programs()
    with ExitStack() as stack:
        made = Path(stack.enter_context(TemporaryDirectory(dir=folder, ignore_cleanup_errors=True)))
        secret = secrets.token_hex(32)
        settings = made / "spark.conf"
        settings.touch(mode=0o600)
        settings.write_text(
            f"spark.authenticate true\nspark.authenticate.secret {secret}\n", encoding="ascii"
        )
        master = ("--host", HERE, "--port", "0", "--webui-port", "0")
        _, url = _started(stack, programs, made, "master", settings, master, "")
        workers = tuple(
            _started(
                stack,
                programs,
                made,
                "worker",
                settings,
                (*master, "--cores", "1", "--memory", memory, "--work-dir", str(made / f"work{n}")),
                url,
            )[0]
            for n in range(WORKERS)
        )
        yield Cluster(url, workers, settings, secret, made)


def _programs() -> Path:
    """The folder of Spark itself."""
    try:
        found = find_spec("pyspark")
    except ValueError:  # it is there in name only
        found = None
    if found is None or not found.submodule_search_locations:
        raise SparkMissing(what="pyspark")
    java = Path(home, "bin", "java") if (home := os.environ.get("JAVA_HOME")) else None
    if not (java.exists() if java else shutil.which("java")):
        raise JavaMissing
    return Path(found.submodule_search_locations[0])


def _started(
    stack: ExitStack,
    programs: Path,
    folder: Path,
    what: str,
    settings: Path,
    options: tuple[str, ...],
    master: str,
) -> tuple[subprocess.Popen[bytes], str]:
    """A process of Spark that said it is there, and the address of its master."""
    log = folder / f"{what}-{secrets.token_hex(4)}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - a program of Spark, with our own words
            [
                *(programs / "bin" / "spark-class",),
                f"org.apache.spark.deploy.{what}.{what.capitalize()}",
                *("--properties-file", settings),
                *options,
                *((master,) if master else ()),
            ],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"SPARK_HOME": str(programs), "SPARK_LOCAL_IP": HERE},
            start_new_session=True,
        )
    stack.callback(_ended, process)
    return process, _said(process, log, READY[what])


def _said(process: subprocess.Popen[bytes], log: Path, ready: re.Pattern[str]) -> str:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        text = log.read_text(encoding="utf-8", errors="replace")
        if found := ready.search(text):
            return found[1]
        if process.poll() is not None:
            raise NotStarted(reason=(text.strip().splitlines() or ["–"])[-1][:200])
        sleep(LOOK_AGAIN)
    raise NotStarted(reason=f"{PATIENCE} s")


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Waits for it, so that none of its files is in use any more."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
