# SPDX-License-Identifier: EUPL-1.2
"""Between the core's records and the database."""
