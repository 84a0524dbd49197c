# SPDX-License-Identifier: EUPL-1.2
"""The pages of `docs/` on the site, and as files that need no site."""
