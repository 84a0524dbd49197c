# SPDX-License-Identifier: EUPL-1.2
"""Directories of others come in and ours goes out: looked at first, then put in as a whole, and what
is refused waits in quarantine."""
