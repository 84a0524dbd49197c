# SPDX-License-Identifier: EUPL-1.2
"""The Inspiratieboek on the site, as PDF and as EPUB: one source for all three."""
