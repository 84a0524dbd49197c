# SPDX-License-Identifier: EUPL-1.2
"""The records of the directory, the truth of the Kaart; all other tables follow from them."""

from __future__ import annotations

from django.db import models

from ruimbaan.core.directory.records.changes import Kind, Source
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.parts.directory.models.fields import JsonField

TABLE_NAMES = [(name, name) for name in TABLES]
SOURCES = [(source.value, source.value) for source in Source]
KINDS = [(kind.value, kind.value) for kind in Kind]


class StoredRecord(models.Model):
    """One record in the shape of HSDS: `values` as they came, also what we do not know.

    `provenance` says of every field where it came from: source, day and note.
    """

    region = models.CharField(max_length=40)
    table = models.CharField(max_length=30, choices=TABLE_NAMES)
    uid = models.CharField(max_length=64)
    values = JsonField()
    provenance = JsonField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["table", "uid"], name="directory_record_once"),
        )
        indexes = (models.Index(fields=["region", "table"]),)

    def __str__(self) -> str:
        return f"{self.table} {self.uid}"


class Link(models.Model):
    """That a record names another one, which need not be there: no foreign key on purpose."""

    record = models.ForeignKey(StoredRecord, on_delete=models.CASCADE, related_name="links")
    table = models.CharField(max_length=30)
    uid = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["table", "uid"]),)

    def __str__(self) -> str:
        return f"{self.record} names {self.table} {self.uid}"


class RecordChange(models.Model):
    """The history of the records. Only added to; kept when the record itself is gone. `write` is the
    version of the region that this change was part of."""

    region = models.CharField(max_length=40)
    table = models.CharField(max_length=30)
    uid = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=KINDS)
    fields = JsonField()
    source = models.CharField(max_length=20, choices=SOURCES)
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    write = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = (models.Index(fields=["table", "uid"]), models.Index(fields=["region", "at"]))

    def __str__(self) -> str:
        return f"{self.kind} {self.table} {self.uid}"


class DirectoryState(models.Model):
    """`version` is another word after every change of the region's records: whoever made something
    of them can see whether it still fits. `filled_from` is the digest of the demo files that were
    put in last."""

    region = models.CharField(max_length=40, primary_key=True)
    version = models.CharField(max_length=32, default="")
    filled_from = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.region} {self.version}"
