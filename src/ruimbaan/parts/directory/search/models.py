# SPDX-License-Identifier: EUPL-1.2
"""What is looked through. All but `Gap` follows from the records and is made again at every write;
nothing here says who looked for what."""

from __future__ import annotations

from django.db import models

from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.models.fields import JsonField


class Term(models.Model):
    """A stem that some place of the region has, as it was written; or a mark such as "#16"."""

    region = models.CharField(max_length=40)
    stem = models.CharField(max_length=80)
    written = models.CharField(max_length=80)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["region", "stem"], name="directory_search_term_once"),
        )

    def __str__(self) -> str:
        return self.written


class Posting(models.Model):
    """That a place has a term, and whether its name has it."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, db_index=False)
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="+")
    in_name = models.BooleanField()

    class Meta:
        indexes = (
            models.Index(fields=["term", "listing", "in_name"], name="directory_search_by_term"),
        )

    def __str__(self) -> str:
        return f"{self.listing} has {self.term}"


class Spot(models.Model):
    """Where a place is: the four digits of its postcode, and metres in the Dutch grid."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="+")
    postcode = models.CharField(max_length=4, blank=True, db_index=True)
    district = models.CharField(max_length=120, blank=True)
    x = models.FloatField()
    y = models.FloatField()

    def __str__(self) -> str:
        return f"{self.listing} at {self.x:.0f}, {self.y:.0f}"


class Hours(models.Model):
    """One span of `core.directory.search.hours`, with the same names and meanings."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="+")
    opens = models.PositiveSmallIntegerField()
    closes = models.PositiveSmallIntegerField()
    weekday = models.PositiveSmallIntegerField(null=True)
    month_day = models.PositiveSmallIntegerField(null=True)
    nth = models.SmallIntegerField(default=0)
    every = models.PositiveSmallIntegerField(default=1)
    phase = models.PositiveSmallIntegerField(default=0)
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["weekday", "opens"], name="directory_search_by_day"),)

    def __str__(self) -> str:
        return f"{self.listing} {self.opens}-{self.closes}"


class Renewal(models.Model):
    """What one write made anew here, from one version of the directory to the next; see
    `renewals`."""

    region = models.CharField(max_length=40, db_index=True)
    before = models.CharField(max_length=32, blank=True)
    after = models.CharField(max_length=32)
    listings = JsonField()
    new = JsonField()
    gone = JsonField()

    def __str__(self) -> str:
        return f"{self.region} {self.before}-{self.after}"


class Gap(models.Model):
    """How often nothing was found in a week (its Monday), by topic. A topic is a need, a life domain
    or a filter of our own content: never a word that somebody typed, and each topic by itself."""

    region = models.CharField(max_length=40)
    week = models.DateField()
    topic = models.CharField(max_length=60)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["region", "week", "topic"], name="directory_search_gap_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.week} {self.topic}"


TABLES = (Term, Posting, Spot, Hours)  # those of the index itself
