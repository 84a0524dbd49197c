# SPDX-License-Identifier: EUPL-1.2
"""Fricties: where it chafes, said by anyone in a minute; what is known of it; and what a round table
decides. Nothing here is about a person, and no organisation is ranked."""
