# SPDX-License-Identifier: EUPL-1.2
"""What stands on those pages, in the language of the reader."""
