# SPDX-License-Identifier: EUPL-1.2
"""What machines ask: does it live, may it get visitors, how does it go? The real server, two processes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest

from ruimbaan.project.probes import Probes
from tests.security.running_site import Site, running
from tests.security.test_production import run

TOKEN = "figures-are-for-who-may-read-them"
SETTINGS = "ruimbaan.project.settings"
SERVE = ("ruimbaan.cli", "serve", "--workers", "2")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with running(folder, *SERVE, RUIMBAAN_METRICS_TOKEN=TOKEN) as started:
        yield started


def ask(site: Site, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", site.port, timeout=20)) as line:
        line.request(method, path, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode()


def figures(site: Site) -> str:
    status, text = ask(site, "/metrics", Authorization=f"Bearer {TOKEN}")
    assert status == 200
    return text


def test_it_lives_and_is_ready_under_any_name(site: Site):
    by_number = {"Host": "10.1.2.3:8000"}

    assert ask(site, "/healthz", **by_number) == (200, "ok\n")
    assert ask(site, "/readyz", **by_number) == (200, "ready\n")
    assert ask(site, "/healthz", "HEAD", **by_number) == (200, "")
    assert ask(site, "/", **by_number)[0] == 400


@pytest.mark.parametrize(
    "given", [{}, {"Authorization": "Bearer guessed"}, {"Authorization": TOKEN}]
)
def test_figures_are_not_found_by_who_does_not_know_the_token(site: Site, given: dict[str, str]):
    status, page = ask(site, "/metrics", **given)

    assert status == 404
    assert "ruimbaan_answers" not in page


def test_two_processes_count_together_by_part_and_never_by_page(site: Site):
    counted = re.compile(r'^ruimbaan_answers_total\{answer="2xx",part="rulebook"\} (\S+)$', re.M)
    before = counted.search(figures(site))
    for _ in range(20):
        assert ask(site, "/regels")[0] == 200

    after = figures(site)

    found = counted.search(after)
    assert found is not None
    assert float(found[1]) - (float(before[1]) if before else 0) == 20
    assert 'ruimbaan_works{subject="database"} 1.0' in after
    assert "/regels" not in after


class Answered:
    """What a WSGI server would be told."""

    def __init__(self, site: Probes, path: str) -> None:
        environ = {"PATH_INFO": path}
        setup_testing_defaults(environ)
        self.body = b"".join(site(environ, self.start))  # type: ignore[arg-type]

    def start(self, status: str, *_: object) -> None:
        self.status = status


def site_behind(environ, start_response):
    start_response("418 I am the site", [])
    return [b"the site"]


def test_without_a_token_there_is_no_such_address():
    assert Answered(Probes(site_behind), "/metrics").body == b"the site"
    assert Answered(Probes(site_behind), "/healthz/").body == b"the site"


ASK_TWICE = """
import django, sys
django.setup()
from django.core.management import call_command
from ruimbaan.project.probes import Probes
from wsgiref.util import setup_testing_defaults
probes = Probes(None)
def ask():
    environ = {"PATH_INFO": "/readyz"}
    setup_testing_defaults(environ)
    body = b"".join(probes(environ, lambda status, headers: print(status)))
    print(body.decode().strip())
ask()
if sys.argv[1:]:
    call_command("migrate", verbosity=0)
    ask()
"""


def test_not_ready_without_tables_and_ready_when_they_are_there(tmp_path: Path):
    told = run(tmp_path, "-c", ASK_TWICE, "and-again", DJANGO_SETTINGS_MODULE=SETTINGS)

    assert told.stdout.split("\n")[:4] == [
        "503 Service Unavailable",
        "not yet",
        "200 OK",
        "ready",
    ]


def test_not_ready_while_the_database_is_away(tmp_path: Path):
    nobody = "postgresql://site:secret@127.0.0.1:1/ruimbaan"
    told = run(tmp_path, "-c", ASK_TWICE, DJANGO_SETTINGS_MODULE=SETTINGS, RUIMBAAN_DATABASE=nobody)

    assert told.stdout.split("\n")[:2] == ["503 Service Unavailable", "not yet"]
    assert "secret" not in told.stdout + told.stderr
