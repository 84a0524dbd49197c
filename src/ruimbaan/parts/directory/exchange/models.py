# SPDX-License-Identifier: EUPL-1.2
"""What came in when, what of it was refused, and tables of others that we only keep."""

from __future__ import annotations

from django.db import models

from ruimbaan.parts.directory.models.fields import JsonField


class ImportBatch(models.Model):
    """One import. `source` is the name of a file or of a peer, never of a person. `columns` is for a
    list of one's own: which heading was taken for which field. `version` is the state of the region that it made; empty when
    nothing changed."""

    region = models.CharField(max_length=40)
    source = models.CharField(max_length=200)
    at = models.DateTimeField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    removed = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    columns = JsonField(default=dict)
    version = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = (models.Index(fields=["region", "at"]),)

    def __str__(self) -> str:
        return f"{self.source} {self.at:%Y-%m-%d}"


class Quarantined(models.Model):
    """Something that was refused, word for word. `content` is JSON in plain ASCII: it may hold
    characters that no database keeps. `findings` say why: code, column and details. `left_at`:
    somebody took it in or dropped it; it can be put back for a while."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="quarantined")
    table = models.CharField(max_length=30)
    uid = models.CharField(max_length=64)
    place = models.CharField(max_length=300)
    content = models.TextField()
    findings = JsonField()
    left_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.table} {self.uid} {self.place}"


class ForeignTable(models.Model):
    """A table that HSDS does not know, as it came; it goes out again with the region."""

    region = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    content = JsonField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["region", "name"], name="directory_foreign_once"),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.name}"
