# SPDX-License-Identifier: EUPL-1.2
"""The steps of deploy/compose.yaml where no container engine runs: the same scripts, the same order, the
same environment, with processes in place of containers.

    python -m tests.long.compose_steps
    python -m tests.long.compose_steps --wheel dist/ruimbaan-0.1.0-py3-none-any.whl

Makes a wheel and an environment with every package by its hash; the secrets; a PostgreSQL with the three
roles; the tables as their owner; two servers whose code and style sheet cannot be written; letters. Then
somebody reads pages on both, while one server after the other is replaced: no answer may be an error.
Then what happens every day, a backup, and `ruimbaan check`. Last everything is lost but the secrets and
the backups, and put back with the words of docs/how-to/back-up.md: what somebody wrote is there again.
Says how long each step took; ends with 1 at the first that fails.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import psutil
import psycopg
import yaml

from tests.long.own_postgres import OwnPostgres, free_port
from tools.paths import ROOT

HOST = "kaart.example.nl"
PAGES = ("/", "/hulp-nu", "/regels", "/routecheck", "/steun/waalstad")
PATIENCE = 120.0  # seconds until a server is ready
OFTEN = 0.05  # seconds between two looks
UNTOUCHED = {"PATH", "HOME", "LANG", "TMPDIR"}


@dataclass
class Steps:
    """Where everything is, and what was said of it."""

    folder: Path
    python: Path
    variables: dict[str, str]
    statuses: Counter[int] = field(default_factory=Counter)

    def run(self, *words: str | Path, **more: str) -> str:
        done = subprocess.run(
            [str(word) for word in words],
            env=self.environment(**more),
            cwd=self.folder,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(f"{words}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in UNTOUCHED}
        return {**kept, **self.variables, **more}

    @property
    def ruimbaan(self) -> Path:
        return self.python.with_name("ruimbaan")


@contextmanager
def step(what: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - begun:.1f} s")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def installed(folder: Path, wheel: Path | None) -> Path:
    """The Python of an environment as the Containerfile makes it."""
    if wheel is None:
        with step("a wheel"):
            build = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation")
            _quietly(*build, "--wheel-dir", folder, ROOT)
            (wheel,) = folder.glob("*.whl")
    with step("every package, by its hash"):
        _quietly(sys.executable, "-m", "venv", folder / "venv")
        pip = (folder / "venv" / "bin" / "pip", "install", "--quiet", "--no-deps")
        for name in ("app", "analytics", "postgresql"):
            pinned = ROOT / "requirements" / f"{name}.txt"
            _quietly(*pip, "--require-hashes", "-r", pinned)
        _quietly(*pip, wheel.absolute())
    return folder / "venv" / "bin" / "python"


def _quietly(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def settings(folder: Path) -> dict[str, str]:
    """As deploy/ruimbaan.env.example, with our folders in place of those of containers."""
    lines = (ROOT / "deploy" / "ruimbaan.env.example").read_text().splitlines()
    told = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    for name, value in told.items():
        told[name] = value.replace("/run/secrets", str(folder / "secrets")).replace(
            "/anchors", str(folder / "anchors"), 1
        )
    return {
        **told,
        "RUIMBAAN_MAIL": f"smtp://127.0.0.1:{free_port()}",  # nobody there: letters wait
        "RUIMBAAN_VAR": str(folder / "var"),
        "RUIMBAAN_STATIC": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings",
    }


def database(steps: Steps, postgres: OwnPostgres) -> None:
    """Secrets that are there already stay as they are."""
    secrets = steps.folder / "secrets"
    steps.run("sh", ROOT / "deploy" / "secrets.sh", secrets, f"127.0.0.1:{postgres.port}")
    steps.run(
        *("sh", ROOT / "deploy" / "postgres-roles.sh"),
        **postgres.surroundings,
        **{
            f"RUIMBAAN_{who.upper()}_PASSWORD_FILE": str(secrets / f"{who}_password")
            for who in ("owner", "site", "copies")
        },
    )


def tables(steps: Steps) -> None:
    """Style sheet and letters once, then never written again; the tables as their owner."""
    steps.run(
        *(steps.python, "-m", "django", "collectstatic", "--no-input"),
        RUIMBAAN_DEMO="1",
    )
    for path in (steps.folder / "static").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    steps.run(
        *(steps.python, "-m", "django", "migrate", "--database", "owner", "--no-input"),
        RUIMBAAN_DATABASE_OWNER_FILE=str(steps.folder / "secrets" / "owner_database"),
    )


def every_day(steps: Steps) -> None:
    """What the containers `daily` and `old-rows` do, once; the last one as the owner of the tables."""
    told = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
    owner = str(steps.folder / "secrets" / "owner_database")
    for name, more in (("daily", {}), ("old-rows", {"RUIMBAAN_DATABASE_OWNER_FILE": owner})):
        (loop,) = told["services"][name]["command"]
        for words in re.findall(r"ruimbaan ([a-z -]+);", loop):
            steps.run(steps.ruimbaan, *words.split(), **more)


def lose(steps: Steps, postgres: OwnPostgres) -> None:
    """Another machine: an empty PostgreSQL and an empty folder; secrets and backups were kept."""
    with psycopg.connect(f"{postgres.address}/postgres", autocommit=True) as superuser:
        for name in ("ruimbaan", "ruimbaan_keys"):
            superuser.execute(f"DROP DATABASE {name} WITH (FORCE)")
    shutil.rmtree(steps.folder / "var")
    (steps.folder / "var").mkdir()
    database(steps, postgres)


def put_back(steps: Steps) -> None:
    """What the page says of `docker compose run`: with its environment, and that of the service."""
    page = (ROOT / "docs" / "how-to" / "back-up.md").read_text()
    told = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())["services"]["copies"]
    runs = re.findall(r"compose\.yaml run(?:.*\\\n)*.*? copies (.*restore \S+)", page)
    given = re.findall(r"--env (\w+)=(/run/secrets/\w+)", page)
    if len(runs) != 2 or not given:
        raise SystemExit("back-up.md says in another way how a backup is put back with containers.")
    more = {
        name: path.replace("/run/secrets", str(steps.folder / "secrets"))
        for name, path in (*told["environment"].items(), *given)
    }
    for words in runs:
        *first, source = words.split()
        (newest,) = (steps.folder / source.split("/")[1]).iterdir()
        steps.run(steps.ruimbaan, *first, newest, **more)


def file_writer(steps: Steps, *words: str) -> str:
    """Somebody who writes in a file, as the servers do."""
    return steps.run(steps.python, "-m", "tests.file_writer", *words, PYTHONPATH=str(ROOT))


@contextmanager
def serving(steps: Steps, port: int) -> Iterator[None]:
    with (steps.folder / f"server-{port}.log").open("ab") as log:
        words = [str(steps.ruimbaan), "serve", "--port", str(port), "--workers", "2"]
        server = subprocess.Popen(
            words, env=steps.environment(), cwd=steps.folder, stdout=log, stderr=log
        )
        try:
            _until_ready(port, server)
            yield
        finally:
            server.terminate()
            server.wait()


def _until_ready(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError):
            if ask(port, "/readyz") == 200:
                return
        time.sleep(OFTEN)
    raise SystemExit(f"The server on port {port} did not become ready.")


def ask(port: int, path: str) -> int:
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


def read_on(steps: Steps, ports: list[int], stopped: threading.Event) -> None:
    """As a proxy does: the server that is ready; when a line is refused, the other one."""
    number = 0
    while not stopped.is_set():
        path = PAGES[number % len(PAGES)]
        number += 1
        for port in (ports[number % 2], ports[(number + 1) % 2]):
            try:
                steps.statuses[ask(port, path)] += 1
                break
            except OSError:
                continue
        else:
            steps.statuses[0] += 1


def replaced_while_read(steps: Steps) -> None:
    ports = [free_port(), free_port()]
    stopped = threading.Event()
    with ExitStack() as first, ExitStack() as second:
        with step("two servers ready"):
            first.enter_context(serving(steps, ports[0]))
            second.enter_context(serving(steps, ports[1]))
        reader = threading.Thread(target=read_on, args=(steps, ports, stopped))
        reader.start()
        try:
            for name, server, port in (("one", first, ports[0]), ("two", second, ports[1])):
                with step(f"server {name} replaced"):
                    server.close()
                    server.enter_context(serving(steps, port))
        finally:
            stopped.set()
            reader.join()
    say(f"pages meanwhile: {dict(steps.statuses)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path)
    chosen = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ruimbaan-steps-")))
        for name in ("var", "anchors", "backups", "key-backups"):
            (folder / name).mkdir()
        steps = Steps(folder, installed(folder, chosen.wheel), settings(folder))
        postgres = OwnPostgres(user="postgres")
        stack.callback(postgres.remove)
        with step("a database with three roles"):
            postgres.start()
            database(steps, postgres)
        with step("tables"):
            tables(steps)
        replaced_while_read(steps)
        with step("the first administrator"):
            steps.run(steps.ruimbaan, "accounts", "begin", "--organisation", "Gemeente Waalstad")
        with step("what happens every day"):
            every_day(steps)
        who, *words = file_writer(steps, "begin", "1").splitlines()
        with step("a backup, and copies of the keys"):
            copies = {"RUIMBAAN_BACKUP_DATABASE_FILE": str(folder / "secrets" / "copies_database")}
            steps.run(steps.ruimbaan, "backup", folder / "backups", **copies)
            steps.run(steps.ruimbaan, "keys", "backup", folder / "key-backups", "--days", "14")
        wrong = _wrong(steps)
        with step("everything lost, and put back"):
            lose(steps, postgres)
            put_back(steps)
            back = file_writer(steps, "look", *who.split())
        lost = set(words) - set(json.loads(back)["words"])
        left = [one.pid for one in psutil.Process().children() if one.name() == "ruimbaan"]
    say(f"does not work: {wrong}; left running: {left}; of {len(words)} texts lost: {len(lost)}")
    right = set(steps.statuses) == {200} and wrong == ["mail"] and words and not lost
    return 0 if right and not left else 1


def _wrong(steps: Steps) -> list[str]:
    """What `ruimbaan check` says does not work; it ends with 1, as there is no mail server."""
    told = subprocess.run(
        [steps.ruimbaan, "check", "--json"],
        env=steps.environment(),
        cwd=steps.folder,
        check=False,
        capture_output=True,
        text=True,
    )
    return [line["subject"] for line in json.loads(told.stdout) if line["state"] == "wrong"]


if __name__ == "__main__":
    sys.exit(main())
