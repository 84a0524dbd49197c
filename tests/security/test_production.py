# SPDX-License-Identifier: EUPL-1.2
"""The site for real, in a process of its own: safe settings start, unsafe ones do not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAFE = {
    "RUIMBAAN_ALLOWED_HOSTS": "ruimbaan.example",
    "RUIMBAAN_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEF",
    "RUIMBAAN_BEHIND_PROXY": "1",
    "RUIMBAAN_ANCHOR_FILES": os.devnull,
    "RUIMBAAN_MASTER_KEY": "bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW0=",
    "RUIMBAAN_BACKUP_KEY": "YmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmJiYmI=",
}
ASK = """
from ruimbaan.project.wsgi import application
from django.test import Client
plain = Client().get("/", headers={"host": "ruimbaan.example"})
proxied = Client().get("/", headers={"host": "ruimbaan.example", "x-forwarded-proto": "https"})
print(plain.status_code, plain.headers["Location"])
print(proxied.status_code, proxied.headers["Strict-Transport-Security"])
print("verzonnen" in proxied.content.decode())
"""

COOKIES = """
from ruimbaan.project.wsgi import application
from django.test import Client
client = Client()
client.get("/inloggen/papier", headers={"host": "ruimbaan.example", "x-forwarded-proto": "https"})
for name, cookie in client.cookies.items():
    print(name, cookie["secure"], cookie["path"], repr(cookie["domain"]))
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_DOMAIN)
"""


def run(var: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {key: text for key, text in os.environ.items() if not key.startswith("RUIMBAAN_")}
    ours = {"RUIMBAAN_VAR": str(var), "PYTHONPATH": str(ROOT / "src"), **SAFE, **variables}
    return subprocess.run(
        [sys.executable, *command],
        env=inherited | {key: text for key, text in ours.items() if text},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("var")
    collected = run(folder, "-m", "django", "collectstatic", "--no-input")
    assert collected.returncode == 0, collected.stderr
    migrated = run(folder, "-m", "django", "migrate", "--no-input")
    assert migrated.returncode == 0, migrated.stderr
    kept = run(folder, "-m", "ruimbaan.cli", "backup", str(folder / "first.ruimbaan"))
    assert kept.returncode == 0, kept.stderr
    return folder


def test_safe_settings_pass_every_check_for_deployment(var: Path):
    checked = run(var, *"-m django check --deploy --fail-level WARNING --database default".split())

    assert checked.returncode == 0, checked.stderr


def test_the_site_insists_on_https(var: Path):
    asked = run(var, "-W", "error", "-c", ASK)

    assert asked.stdout.splitlines() == [
        "301 https://ruimbaan.example/",
        "200 max-age=31536000; includeSubDomains",
        "False",
    ], asked.stderr


def test_cookies_are_of_this_very_host(var: Path):
    asked = run(var, "-W", "error", "-c", COOKIES)

    assert asked.stdout.splitlines() == [
        "__Host-csrftoken True / ''",
        "__Host-sessionid True None",
    ], asked.stderr


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"RUIMBAAN_SECRET_KEY": ""}, "RUIMBAAN_SECRET_KEY is missing"),
        ({"RUIMBAAN_DEBUG": "1"}, "RUIMBAAN_DEBUG shows the inside"),
        ({"RUIMBAAN_ALLOWED_HOSTS": ""}, "RUIMBAAN_ALLOWED_HOSTS does not say"),
        ({"RUIMBAAN_MASTER_KEY": ""}, "There is no master key"),
        ({"RUIMBAAN_MASTER_KEY": "geheim"}, "RUIMBAAN_MASTER_KEY is not 32 bytes"),
    ],
)
def test_unsafe_settings_do_not_start(var: Path, variables: dict[str, str], says: str):
    started = run(var, "-c", "import ruimbaan.project.wsgi", **variables)

    assert started.returncode != 0
    assert says in started.stderr
