# SPDX-License-Identifier: EUPL-1.2
"""An account: a code name is enough."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class AccountManager(BaseUserManager["Account"]):
    def create_account(
        self, code_name: str, *, email: str = "", password: str | None = None, **fields: Any
    ) -> Account:
        """Without a password nobody can sign in with one."""
        account = self.model(
            code_name=code_name, email=self.normalize_email(email).lower() or None, **fields
        )
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """`called` is how the site greets somebody; it may be made up. `email` is None for who has none
    or gives none. Nothing else about somebody stands here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_name = models.CharField(max_length=40, unique=True)
    email = models.EmailField(max_length=254, unique=True, null=True)  # noqa: DJ001 -- unique
    called = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    opened = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "code_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("code_name"), name="accounts_code_name_any_case"),
        )

    def __str__(self) -> str:
        return str(self.id)  # ends up in logs; a name does not

    def get_short_name(self) -> str:
        return self.called or self.code_name
