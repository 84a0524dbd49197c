# SPDX-License-Identifier: EUPL-1.2
"""A QR code as SVG without a single style, so that it fits in our pages."""

from __future__ import annotations

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4  # modules of white around it


def qr(text: str, title: str) -> SafeString:
    code = qrcode.QRCode(border=0)
    code.add_data(text)
    code.make()
    rows = code.get_matrix()
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    side = len(rows) + 2 * QUIET
    return format_html(
        '<svg viewBox="0 0 {side} {side}" role="img" aria-label="{title}">'
        '<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>',
        side=side,
        title=title,
        path=path,
    )
