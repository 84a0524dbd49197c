# SPDX-License-Identifier: EUPL-1.2
"""How the map of a region lies, and what a coordinator decided about it."""

from __future__ import annotations

from django.db import models

from ruimbaan.parts.directory.models.fields import JsonField


class KeptMap(models.Model):
    """`part` is the key of a district or part of life; empty for the whole region. `version` says
    what was planned with when the circles were looked for."""

    region = models.CharField(max_length=40)
    part = models.CharField(max_length=120, blank=True)
    version = models.CharField(max_length=32)
    circles = JsonField(default=list)
    layout = JsonField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["region", "part"], name="directory_one_map_per_part"),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.part}"


class Correction(models.Model):
    """A station that stands where a coordinator put it, and the side of its name. Typed, never
    dragged: column and row count from 0, at the top left."""

    region = models.CharField(max_length=40)
    station = models.CharField(max_length=60)
    column = models.PositiveSmallIntegerField(null=True)
    row = models.PositiveSmallIntegerField(null=True)
    side = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["region", "station"], name="directory_one_correction_per_station"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.station}"
