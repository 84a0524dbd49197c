# SPDX-License-Identifier: EUPL-1.2
"""A file that is opened stays in memory, and is refused when it is larger than ours can be.

Django would write a larger file to disk while it is read. What someone kept may never be there.
"""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from ruimbaan.parts.routecheck.keeping import MOST_BYTES

FAR_TOO_LARGE = 1_000_000  # bytes of a form: not even read


class InMemoryOnly(FileUploadHandler):
    """Gathers one small file; a larger one is not read to its end."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.content = b""
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's
        if len(self.content) + len(raw_data) > MOST_BYTES:
            self.too_large = True
            raise StopUpload(connection_reset=False)
        self.content += raw_data

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:  # noqa: ARG002 - Django's
        return None


def opened(request: HttpRequest) -> bytes | None:
    """The content of the file that was sent; None when it is too large."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > FAR_TOO_LARGE:
        return None
    handler = InMemoryOnly(request)
    request.upload_handlers = [handler]
    request.POST  # noqa: B018 - reading the form is what fills the handler
    return None if handler.too_large else handler.content
