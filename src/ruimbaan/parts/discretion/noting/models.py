# SPDX-License-Identifier: EUPL-1.2
"""Notebooks that say not whose they are, what a person keeps of room in the own file, and patterns."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.db import models

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import Situation
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.trust.walls import PartRecord

NAME = 64  # signs of a name that only a key makes


class Notebook(models.Model):
    """All notes of one who works, in one sealed text of a few fixed sizes. `name` is made by the key
    of its owner: without it nobody can tell whose it is. No moment stands beside it."""

    name = models.CharField(max_length=NAME, primary_key=True)
    version = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "notebook"

    @classmethod
    def place(cls, name: str) -> str:
        return f"{cls._meta.db_table}.sealed:{name}"


class OwnRoom(PartRecord):
    """What the person keeps: that room was given, or a right that was used. Never shared."""

    part = Part.OWN

    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    written = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta(PartRecord.Meta):
        ordering = ("written", "id")

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"


class Offer(models.Model):
    """Somebody who works offers the person to keep that room was given. Who offered it stands inside,
    for the person alone; yes or no, the row goes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of_person = models.CharField(max_length=NAME, unique=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "offer"

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"


class By(models.TextChoices):
    WORKER = "worker"
    PERSON = "person"


class Pattern(models.Model):
    """One use of one rule in one kind of situation, and what it did. No id, name, organisation or word
    leads back to anybody; every day is the Monday of its week. `began` and `ended` only of a person
    who gave the own dates."""

    only_adding = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rule = models.CharField(max_length=40)
    situation = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Situation]
    )
    effect = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Effect])
    by = models.CharField(max_length=10, choices=By.choices)
    week = models.DateField()
    began = models.DateField(null=True)
    ended = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.rule}: {self.effect}"
