# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the book show, the same on the site and on paper."""
