# SPDX-License-Identifier: EUPL-1.2
"""Which rules of a region changed, when, and at which kinds of support they stand."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.core.advice.advice import kinds_of
from ruimbaan.core.directory.service import Service
from ruimbaan.core.insight.changed import Changed
from ruimbaan.integrations.regions import REPOSITORY, list_regions, load_region, rule_folders
from ruimbaan.integrations.rulebook import load_rulebook


def changed_rules(region: str, data: Path = REPOSITORY) -> tuple[Changed, ...]:
    """The last change of each rule with more than one version, of this region and of the country."""
    rulebook = load_rulebook(rule_folders([region], data))
    services = every_service(data)
    found = []
    for name in sorted(rulebook.versions):
        *before, newest = rulebook.versions[name]
        kinds = kinds_of(newest.number, services)
        if before and newest.rule.valid_from and kinds:
            found.append(Changed(newest.number, newest.rule.valid_from, kinds))
    return tuple(found)


def every_service(data: Path = REPOSITORY) -> tuple[Service, ...]:
    """Of all regions: a rule that one of them does not have stood at the same door in another."""
    worlds = (load_region(one, data=data).world for one in list_regions(data))
    return tuple(service for world in worlds for service in world.services.values())
