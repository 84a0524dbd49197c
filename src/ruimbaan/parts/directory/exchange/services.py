# SPDX-License-Identifier: EUPL-1.2
"""What may be done with directories of others: have a look, put them in, and give ours."""

from ruimbaan.parts.directory.exchange.applying import apply
from ruimbaan.parts.directory.exchange.previewing import Preview, preview
from ruimbaan.parts.directory.exchange.sending import Sending, sending

__all__ = ["Preview", "Sending", "apply", "preview", "sending"]
