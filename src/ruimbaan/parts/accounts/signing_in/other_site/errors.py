# SPDX-License-Identifier: EUPL-1.2
"""Why signing in at another site did not work. Readers see one page for all of them."""

from __future__ import annotations


class OtherSiteError(Exception):
    """The other site does not answer, answers something else, or says something that is not so.
    The text is for the log and holds nothing of the person."""
