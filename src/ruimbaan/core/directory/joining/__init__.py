# SPDX-License-Identifier: EUPL-1.2
"""How an initiative gets on the Kaart, stays right there, and becomes part of the network."""
