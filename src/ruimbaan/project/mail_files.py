# SPDX-License-Identifier: EUPL-1.2
"""Letters of a demo: each one a file in a folder, and a line on the console that it is there."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

log = logging.getLogger(__name__)


class EmailBackend(BaseEmailBackend):
    """Django finds a way of sending by the name of this class."""

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:  # noqa: FBT001, FBT002
        super().__init__(fail_silently=fail_silently, **kwargs)
        self.folder = Path(settings.EMAIL_FILE_PATH)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Puts each letter in the folder, readable by the owner of the demo only."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            now = datetime.now(UTC)
            path = self.folder / f"{now:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(3)}.eml"
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(message.message().as_bytes())
            log.info("A letter stands in %s", path)
        return len(email_messages)
