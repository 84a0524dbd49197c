# SPDX-License-Identifier: EUPL-1.2
"""What is looked for and filtered on, one row per service: made from the records at every write."""

from __future__ import annotations

from django.db import models


class Listing(models.Model):
    """`x` and `y` are metres in the Dutch grid (EPSG:28992); `wait_days` is empty when unknown;
    `languages` holds codes between spaces, `domain` a life domain."""

    region = models.CharField(max_length=40)
    uid = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    organisation_uid = models.CharField(max_length=64, blank=True)
    organisation = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=20)
    is_place = models.BooleanField(default=True)
    is_initiative = models.BooleanField(default=False)
    kind = models.PositiveSmallIntegerField(null=True)
    domain = models.CharField(max_length=10, blank=True)
    frame = models.CharField(max_length=120, blank=True)
    gate = models.CharField(max_length=120, blank=True)
    wait_days = models.PositiveIntegerField(null=True)
    is_free = models.BooleanField(null=True)
    women_only = models.BooleanField(default=False)
    with_children = models.BooleanField(default=False)
    languages = models.CharField(max_length=300, blank=True)
    district = models.CharField(max_length=120, blank=True)
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    verified_on = models.DateField(null=True)
    verified_by = models.CharField(max_length=120, blank=True)
    funding_until = models.DateField(null=True)
    one_key_person = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["region", "code"], name="directory_listing_code"),
        )
        indexes = (
            models.Index(fields=["region", "domain"]),
            models.Index(fields=["region", "frame"]),
        )

    def __str__(self) -> str:
        return self.name
