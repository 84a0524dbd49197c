# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is at the sign-in of an organisation."""

from __future__ import annotations

from django.db import models


class OtherSiteLink(models.Model):
    """`subject` is how that site calls somebody; it never changes there."""

    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    made = models.DateTimeField()

    class Meta:
        db_table = "signing_in_other_site"
        constraints = (
            models.UniqueConstraint("issuer", "subject", name="signing_in_other_site_once"),
        )

    def __str__(self) -> str:
        return str(self.pk)
