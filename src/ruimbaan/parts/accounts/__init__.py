# SPDX-License-Identifier: EUPL-1.2
"""People, organisations and the roles they have there; how one signs in."""
