# SPDX-License-Identifier: EUPL-1.2
"""Faults in the route of a file: what of it may leave the person, and who may change it."""

from __future__ import annotations

from tests.trust.mutants.mutant import Mutant

KINDS = "ruimbaan.parts.journey.kinds"
KEEP = "ruimbaan.parts.journey.route.views.keep"
ROUTECHECK = "ruimbaan.parts.routecheck.services"

ROUTE = (
    Mutant(
        "hard-time-goes-along-with-the-route",
        "What somebody wrote about a hard time is read with the route, that others may see.",
        KINDS,
        "        Part.OWN,\n        models.RouteOwnSide,\n",
        "        Part.ROUTE,\n        models.RouteOwnSide,\n",
    ),
    Mutant(
        "route-goes-along-with-appointments",
        "The route is shown to who was given the appointments.",
        KINDS,
        "        Part.ROUTE,\n        models.Route,\n",
        "        Part.APPOINTMENTS,\n        models.Route,\n",
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
