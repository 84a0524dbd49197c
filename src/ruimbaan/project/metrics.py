# SPDX-License-Identifier: EUPL-1.2
"""Figures for Prometheus: how many answers, how fast, and whether all works.

An answer is counted under the part of the site it came from (`journey`, `handoff`, …), never under its
page, its address or who asked: on a small site a page alone could point at somebody.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

import ruimbaan
from ruimbaan.parts.operating.line import State
from ruimbaan.parts.operating.queries import look_inside

KIND = CONTENT_TYPE_LATEST
SEVERAL = "PROMETHEUS_MULTIPROC_DIR"  # the library's: a folder in which processes count together
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 10.0)  # seconds
ANSWERS = Counter(
    "ruimbaan_answers", "Answers, by part of the site and kind of answer.", ("part", "answer")
)
SECONDS = Histogram(
    "ruimbaan_answer_seconds", "Seconds until an answer was made.", ("part",), buckets=BUCKETS
)
WORTH = {State.GOOD: 1.0, State.OFF: 1.0, State.LOOK: 0.5, State.WRONG: 0.0}


class Counting:
    """Counts every answer; the last before the view, so that it knows which part it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        part = (match.app_name or match.url_name or "site") if match else "nowhere"
        ANSWERS.labels(part, f"{response.status_code // 100}xx").inc()
        SECONDS.labels(part).observe(time.perf_counter() - begun)
        return response


class Works(Collector):
    """What `ruimbaan check` says, but for what asks somebody else: that would be asked every minute."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        works = GaugeMetricFamily(
            "ruimbaan_works", "1 works, 0.5 look at it, 0 does not work.", labels=("subject",)
        )
        for line in look_inside(timezone.now()):
            works.add_metric((line.subject,), WORTH[line.state])
        yield works
        version = GaugeMetricFamily("ruimbaan_version", "Which version runs.", labels=("version",))
        version.add_metric((ruimbaan.__version__,), 1.0)
        yield version


def text() -> bytes:
    """All figures, of all processes that serve together."""
    if SEVERAL in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry) + _of_now()
    return generate_latest(REGISTRY) + _of_now()


def _of_now() -> bytes:
    registry = CollectorRegistry()
    registry.register(Works())
    return generate_latest(registry)
