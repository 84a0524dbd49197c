# SPDX-License-Identifier: EUPL-1.2
"""Django's SQLite, for a connection that trusts nothing in the database file itself."""
