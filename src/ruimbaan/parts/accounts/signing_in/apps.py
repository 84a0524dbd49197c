# SPDX-License-Identifier: EUPL-1.2
"""Signing in as a Django app."""

from django.apps import AppConfig


class SigningInConfig(AppConfig):
    name = "ruimbaan.parts.accounts.signing_in"
    label = "signing_in"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from ruimbaan.parts.accounts.signing_in import recording

        # however somebody was signed in, the session stands in the list of devices
        user_logged_in.connect(recording.note_session, dispatch_uid="signing_in.note_session")
