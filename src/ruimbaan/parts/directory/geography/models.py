# SPDX-License-Identifier: EUPL-1.2
"""The plan of each town, as it was loaded. Nothing about who looks at it."""

from __future__ import annotations

from django.db import models

from ruimbaan.core.directory.geography.plan import Kind
from ruimbaan.parts.directory.models.fields import JsonField

KINDS = [(kind.value, kind.value) for kind in Kind]


class StoredPlan(models.Model):
    """`version` changes with every load; `source` must be named beside the map."""

    region = models.CharField(max_length=40, primary_key=True)
    source = models.CharField(max_length=200, blank=True)
    version = models.CharField(max_length=32)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.region


class StoredArea(models.Model):
    """`shape` is a list of polygons, each a list of rings, each a list of [x, y]: metres in the
    Dutch grid (EPSG:28992), as are `x` and `y`, where the name can stand."""

    plan = models.ForeignKey(StoredPlan, on_delete=models.CASCADE, related_name="areas")
    kind = models.CharField(max_length=10, choices=KINDS)
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    x = models.FloatField()
    y = models.FloatField()
    shape = JsonField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["plan", "kind", "name"], name="directory_geography_area"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
