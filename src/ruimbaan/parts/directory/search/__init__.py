# SPDX-License-Identifier: EUPL-1.2
"""Finding in the directory: an index of our own that is alike on every database, and filters."""
