# SPDX-License-Identifier: EUPL-1.2
"""Faults in the route of a file: what of it may leave the person, and who may change it."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

MODELS = "ruimbaan.parts.journey.models.entries"
KEEP = "ruimbaan.parts.journey.route.views.keep"
ROUTECHECK = "ruimbaan.parts.routecheck.services"

ROUTE = (
    Mutant(
        "hard-time-is-shared-with-the-route",
        "Who sees the route can also read that there was a hard time.",
        MODELS,
        '''class RouteOwnSide(Entry):
    """The answers under the route, and the moments that nobody else ever sees."""

    part = Part.OWN''',
        '''class RouteOwnSide(Entry):
    """The answers under the route, and the moments that nobody else ever sees."""

    part = Part.ROUTE''',
    ),
    Mutant(
        "route-opens-with-another-part",
        "The route can be read by who was given another part.",
        MODELS,
        '''    """The route that is followed. There is at most one."""

    part = Part.ROUTE''',
        '''    """The route that is followed. There is at most one."""

    part = Part.APPOINTMENTS''',
    ),
    Mutant(
        "answers-that-are-never-kept-are-kept",
        "What somebody answered about use, a sentence or health stands in the file.",
        ROUTECHECK,
        "return without_never(questions, taken.answers, queries.never_kept())",
        "return taken.answers",
    ),
    Mutant(
        "another-site-brings-a-route",
        "A page elsewhere can lay a route of its own before somebody who is signed in.",
        KEEP,
        "    if not comes_from_here(request):\n        raise PermissionDenied\n",
        "",
    ),
)
